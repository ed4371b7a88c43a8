import { ApiError } from './errors';
import type { Problem } from './types';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Send = { body?: unknown; version?: number; idempotencyKey?: string; signal?: AbortSignal; keepalive?: boolean };

const sessionEndedListeners = new Set<() => void>();

/** Called on every 401 of a service: the session is over, what was typed stays as a draft. */
export function onSessionEnded(listener: () => void): () => void {
  sessionEndedListeners.add(listener);
  return () => sessionEndedListeners.delete(listener);
}

/** A key for one deed: reuse it while retrying, take a new one for the next deed. */
export const newIdempotencyKey = (): string => crypto.randomUUID();

async function readProblem(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Problem) : {};
  } catch {
    return {};
  }
}

async function send<T>(method: Method, path: string, { body, version, idempotencyKey, signal, keepalive }: Send): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  // The gateway refuses changes of a browser without this header: a foreign page cannot send it.
  if (method !== 'GET') headers['X-EenPlan'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
  let response: Response;
  try {
    response = await fetch(path, { method, headers, signal, keepalive, credentials: 'same-origin', cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw ApiError.network();
  }
  if (!response.ok) {
    const error = ApiError.fromStatus(response.status, await readProblem(response), response.headers.get('Retry-After'));
    if (error.kind === 'session-ended') for (const listener of sessionEndedListeners) listener();
    throw error;
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Adds the filled-in values as a query string. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled.map(([key, value]) => [key, String(value)]))}`;
}

/** The only place that talks to the server. Paths are complete: /api/<service>/v1/... or /session. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, { signal }),
  /** A POST that looks something up or does a deed without making an item. */
  post: <T = void>(path: string, body?: unknown, idempotencyKey?: string) => send<T>('POST', path, { body, idempotencyKey }),
  /** A small POST that arrives also when the page is left at once, such as by following a link. */
  tell: (path: string, body: unknown) => send<void>('POST', path, { body, keepalive: true }),
  /** A POST that makes an item; give the same key when the same deed is tried again. */
  create: <T>(path: string, body: unknown, idempotencyKey: string) => send<T>('POST', path, { body, idempotencyKey }),
  /** A POST that changes the state of an item, on the version that was read. */
  act: <T>(path: string, version: number, body: object) => send<T>('POST', path, { body, version }),
  /** Only the changed fields, on the version that was read. */
  patch: <T>(path: string, version: number, changes: object) => send<T>('PATCH', path, { body: changes, version }),
  /** The whole of something that there is one of; version 0 when it was never said before. */
  put: <T>(path: string, version: number, body: object) => send<T>('PUT', path, { body, version }),
  /** A deed on what was read: refused when it is another by now. */
  postOn: (path: string, version: number) => send<void>('POST', path, { version }),
  remove: (path: string, version?: number) => send<void>('DELETE', path, { version }),
};
