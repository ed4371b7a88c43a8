import { vi } from 'vitest';

export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
export type Call = { method: string; path: string; headers: Headers; body: unknown; keepalive: boolean };

/** Answers calls by "METHOD path"; a list gives one answer per call. A call without an answer fails the test. */
export function fakeServer(answers: Record<string, Answer | Answer[]>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit = {}) => {
      const method = init.method ?? 'GET';
      calls.push({ method, path, headers: new Headers(init.headers), body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined, keepalive: init.keepalive ?? false });
      const entry = answers[`${method} ${path}`];
      const answer = Array.isArray(entry) ? (entry.length > 1 ? entry.shift() : entry[0]) : entry;
      if (!answer) throw new Error(`no answer for ${method} ${path}`);
      const status = answer.status ?? 200;
      return new Response(status === 204 || answer.body === undefined ? null : JSON.stringify(answer.body), { status, headers: answer.headers });
    }),
  );
  return calls;
}
