import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { startTexts } from '@/i18n';

// Node has a storage of its own that needs a file; the tests use this one.
class MemoryStorage implements Storage {
  [name: string]: unknown;
  #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  clear() {
    for (const key of this.#items.keys()) delete this[key];
    this.#items.clear();
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.#items.delete(key);
    delete this[key];
  }
  setItem(key: string, value: string) {
    this.#items.set(key, value);
    // As in a browser: the keys of a storage are its own properties.
    this[key] = value;
  }
}

/** No news comes in a test that does not send any. */
class SilentEventSource {
  static readonly CLOSED = 2;
  close() {}
}

// Waits end when the element is there; the limit is only for what never comes, also on a machine that does ten things at once.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(async () => {
  vi.stubGlobal('sessionStorage', new MemoryStorage());
  vi.stubGlobal('localStorage', new MemoryStorage());
  vi.stubGlobal('EventSource', SilentEventSource);
  await startTexts();
});

// Anything written to the console is a fault somebody will meet later.
const consoleError = vi.spyOn(console, 'error');
const consoleWarn = vi.spyOn(console, 'warn');

beforeEach(() => {
  sessionStorage.clear();
  consoleError.mockClear();
  consoleWarn.mockClear();
});

afterEach(() => {
  cleanup();
  expect(consoleError.mock.calls).toEqual([]);
  expect(consoleWarn.mock.calls).toEqual([]);
});
