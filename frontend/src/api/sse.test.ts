import { QueryClient } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLive, useLiveStatus } from './sse';

class FakeEventSource {
  static CLOSED = 2;
  static made: FakeEventSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    FakeEventSource.made.push(this);
  }
  close() {
    this.readyState = 2;
  }
}

describe('live news', () => {
  let stop = () => {};
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeEventSource);
    FakeEventSource.made = [];
    invalidate.mockClear();
    stop = startLive(client);
  });
  afterEach(() => {
    act(() => stop());
    vi.useRealTimers();
  });

  const source = () => FakeEventSource.made.at(-1) as FakeEventSource;

  it('makes what belongs to the case old, and fetches nothing itself', () => {
    source().onmessage?.({ data: JSON.stringify({ number: 4, caseId: 'c1', kind: 'card-changed' }) });
    expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toContainEqual(['case', 'c1']);
  });

  it('asks every half minute after three failures, and stops asking when it is connected again', () => {
    const { result } = renderHook(() => useLiveStatus());
    for (let failure = 0; failure < 3; failure++) act(() => source().onerror?.());
    expect(result.current.state).toBe('not-connected');
    vi.advanceTimersByTime(30_000);
    expect(invalidate).toHaveBeenCalled();
    vi.advanceTimersByTime(30_000);
    expect(FakeEventSource.made).toHaveLength(2);
    act(() => source().onopen?.());
    expect(result.current.state).toBe('connected');
    invalidate.mockClear();
    vi.advanceTimersByTime(120_000);
    expect(invalidate).not.toHaveBeenCalled();
  });

  it('reads everything again after a gap', () => {
    act(() => source().onopen?.());
    invalidate.mockClear();
    act(() => source().onerror?.());
    act(() => source().onopen?.());
    expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toContainEqual(['case']);
  });
});
