import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '@/testing/server';
import { api, onSessionEnded, withQuery } from './client';
import { ApiError } from './errors';

const failure = async (run: Promise<unknown>): Promise<ApiError> => run.then(() => expect.unreachable(), (error: ApiError) => error);

describe('what the client sends', () => {
  it('marks every change as ours and sends the version that was read', async () => {
    const calls = fakeServer({ 'PATCH /api/x': { body: { version: 8 } } });
    await api.patch('/api/x', 7, { text: 'a' });
    expect(calls[0]?.headers.get('X-EenPlan')).toBe('1');
    expect(calls[0]?.headers.get('If-Match')).toBe('"7"');
    expect(calls[0]?.body).toEqual({ text: 'a' });
  });

  it('gives a new item the key of the deed', async () => {
    const calls = fakeServer({ 'POST /api/x': { status: 201, body: { id: '1' } } });
    await api.create('/api/x', {}, 'key-1');
    expect(calls[0]?.headers.get('Idempotency-Key')).toBe('key-1');
  });

  it('lets something that is only told survive the page', async () => {
    const calls = fakeServer({ 'POST /api/read': { status: 204 }, 'POST /api/x': { status: 204 } });
    await api.tell('/api/read', { numbers: [1] });
    await api.post('/api/x', {});
    expect(calls.map((call) => call.keepalive)).toEqual([true, false]);
  });

  it('leaves empty values out of the query', () => {
    expect(withQuery('/x', { after: null, limit: 5, text: '' })).toBe('/x?limit=5');
  });
});

describe('what the client makes of an error', () => {
  it('maps every error of a 400 to its pointer', async () => {
    const errors = [
      { pointer: '/household/0/role', code: 'required', detail: '' },
      { pointer: '/household/0/role', code: 'unknown', detail: '' },
      { pointer: '/alias', code: 'required', detail: '' },
    ];
    fakeServer({ 'POST /api/x': { status: 400, body: { code: 'invalid', errors } } });
    const error = await failure(api.post('/api/x', {}));
    expect(error.kind).toBe('validation');
    expect([...error.pointers.keys()]).toEqual(['/household/0/role', '/alias']);
    expect(error.pointers.get('/household/0/role')).toHaveLength(2);
  });

  it.each([[403, 'forbidden'], [404, 'not-found'], [409, 'conflict'], [412, 'stale'], [428, 'precondition'], [500, 'server']])('calls %i %s', async (status, kind) => {
    fakeServer({ 'GET /api/x': { status, body: {} } });
    expect((await failure(api.get('/api/x'))).kind).toBe(kind);
  });

  it('tells the application when the session has ended', async () => {
    fakeServer({ 'GET /api/x': { status: 401 } });
    const ended = vi.fn();
    const stop = onSessionEnded(ended);
    expect((await failure(api.get('/api/x'))).kind).toBe('session-ended');
    expect(ended).toHaveBeenCalledOnce();
    stop();
  });

  it('knows when to come back after a 503', async () => {
    fakeServer({ 'GET /api/x': { status: 503, headers: { 'Retry-After': '7' } } });
    expect((await failure(api.get('/api/x'))).retryAfterSeconds).toBe(7);
  });

  it('survives an error page that is not JSON', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    expect((await failure(api.get('/api/x'))).kind).toBe('server');
  });

  it('says that there is no connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect((await failure(api.get('/api/x'))).kind).toBe('network');
  });
});
