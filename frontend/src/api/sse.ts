import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { keys } from './keys';
import { paths } from './paths';
import type { LiveEvent } from './types';

export type LiveStatus = { state: 'off' | 'connecting' | 'connected' | 'not-connected'; since: number };

const pollMs = 30_000;
const failuresBeforePolling = 3;
const reconnectMs = 60_000;

let status: LiveStatus = { state: 'off', since: 0 };
const listeners = new Set<() => void>();
let retryNow: (() => void) | null = null;

function setState(state: LiveStatus['state']) {
  if (status.state === state) return;
  status = { state, since: Date.now() };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether news comes by itself, and since when not. */
export const useLiveStatus = (): LiveStatus => useSyncExternalStore(subscribe, () => status);

/** "Probeer nu". */
export const reconnectLive = (): void => retryNow?.();

/** What a message makes old. It only says that something changed; reading it again checks access again. */
export function invalidateFor(client: QueryClient, event: Pick<LiveEvent, 'caseId' | 'kind'>): void {
  // News to nobody, only for a screen that shows the people around the family.
  if (event.kind === 'network-changed') {
    void client.invalidateQueries({ queryKey: keys.people(event.caseId) });
    void client.invalidateQueries({ queryKey: keys.findings(event.caseId) });
    return;
  }
  void client.invalidateQueries({ queryKey: keys.case(event.caseId) });
  void client.invalidateQueries({ queryKey: keys.cases });
  void client.invalidateQueries({ queryKey: keys.waiting });
  void client.invalidateQueries({ queryKey: keys.updates });
}

function invalidateAll(client: QueryClient) {
  for (const queryKey of [['case'], keys.cases, keys.waiting, keys.updates]) void client.invalidateQueries({ queryKey });
}

/** Listens as long as somebody is signed in; returns the way to stop. After three failures it asks every 30 seconds instead. */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let failures = 0;
  let missed = false;
  let polling: ReturnType<typeof setInterval> | undefined;
  let reconnecting: ReturnType<typeof setTimeout> | undefined;

  const stopPolling = () => {
    clearInterval(polling);
    clearTimeout(reconnecting);
    polling = reconnecting = undefined;
  };
  const startPolling = () => {
    source?.close();
    setState('not-connected');
    polling ??= setInterval(() => {
      if (document.visibilityState === 'visible') invalidateAll(client);
    }, pollMs);
    clearTimeout(reconnecting);
    reconnecting = setTimeout(connect, reconnectMs);
  };
  function connect() {
    source?.close();
    if (status.state !== 'not-connected') setState('connecting');
    const mine = new EventSource(paths.live);
    source = mine;
    mine.onopen = () => {
      failures = 0;
      stopPolling();
      setState('connected');
      // What happened in between may have been missed.
      if (missed) invalidateAll(client);
      missed = false;
    };
    mine.onmessage = (message: MessageEvent<string>) => {
      try {
        invalidateFor(client, JSON.parse(message.data) as LiveEvent);
      } catch {
        invalidateAll(client);
      }
    };
    mine.onerror = () => {
      if (mine !== source) return;
      missed = true;
      failures++;
      if (mine.readyState === EventSource.CLOSED || failures >= failuresBeforePolling) startPolling();
    };
  }
  retryNow = () => {
    failures = 0;
    connect();
  };
  connect();
  return () => {
    stopPolling();
    source?.close();
    source = null;
    retryNow = null;
    setState('off');
  };
}
