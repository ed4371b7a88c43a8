import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newIdempotencyKey } from './client';
import { clearAllDrafts } from './drafts';
import { isApiError } from './errors';
import { keys } from './keys';
import { paths } from './paths';
import type { Identity, Session } from './types';

type Then<Output> = { onSuccess?: (output: Output) => void; onError?: (error: Error) => void; onSettled?: () => void };

/** A deed within one case. Afterwards everything of the case is read anew. */
export function useCaseDeed<Input, Output>(caseId: string | null, run: (input: Input, idempotencyKey: string) => Promise<Output>) {
  return useDeed(caseId === null ? [keys.cases, keys.waiting] : [keys.case(caseId), keys.cases, keys.waiting], run);
}

/**
 * A deed that makes what was read old. The run function gets an idempotency key that stays the same while the same deed is
 * tried again after a failed connection, so that nothing is made twice.
 */
export function useDeed<Input, Output>(old: readonly QueryKey[], run: (input: Input, idempotencyKey: string) => Promise<Output>) {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  const running = useRef(false);
  const deed = useMutation({
    mutationFn: (input: Input) => run(input, (key.current ??= newIdempotencyKey())),
    onSuccess: async () => {
      key.current = null;
      await Promise.all(old.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      // Only an unknown outcome may be repeated under the same key; another answer means another deed.
      if (!isApiError(error, 'network', 'unavailable', 'server')) key.current = null;
    },
    onSettled: () => {
      running.current = false;
    },
  });
  // The second click of a double click comes before the button is shown as busy: it does nothing. What follows a deed
  // is told by its promise: the library stays silent when the component went away, and reading anew often takes away
  // the very button that was pressed, such as that of a question that is answered now.
  const mutate = (input: Input, then: Then<Output> = {}): void => {
    if (running.current) return;
    running.current = true;
    deed
      .mutateAsync(input)
      .then(then.onSuccess, then.onError ?? (() => undefined))
      .finally(then.onSettled);
  };
  return { ...deed, mutate };
}

/** Signs in; what was read for somebody else before is forgotten first. */
function useSignIn<Input>(run: (input: Input) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'demo-accounts' });
      client.setQueryData(keys.session, session);
    },
  });
}

export const useDemoSignIn = () => useSignIn((account: string) => api.post<Session>(paths.sessionDemo, { account }));
export const useCodeSignIn = () => useSignIn((code: string) => api.post<Session>(paths.sessionCode, { code }));
export const useChooseIdentity = () => useSignIn(({ id, host }: Pick<Identity, 'id' | 'host'>) => api.post<Session>(paths.sessionIdentity, host ? { id, host } : { id }));

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.remove(paths.session),
    onSettled: clearAllDrafts,
    onSuccess: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData<Session>(keys.session, (session) => ({ signedIn: false, demo: session?.demo ?? false, left: true }));
    },
    // Whether one is still signed in only the server knows.
    onError: () => client.resetQueries({ queryKey: keys.session }),
  });
}

/** Marks updates as read: all up to a number, or some. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { upTo: number } | { numbers: number[] }) => api.tell(paths.updatesRead, what),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.updates }),
  });
}
