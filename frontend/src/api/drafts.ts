import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'eenplan.draft.';
const maxAgeMs = 24 * 60 * 60 * 1000;

type Stored = { savedAt: number; values: unknown };

let owner: string | null = null;

/** Drafts belong to one signed-in identity: another one on the same device never sees them. */
export function setDraftOwner(identityId: string | null): void {
  owner = identityId;
}

const keyOf = (form: string) => (owner === null ? null : `${prefix}${owner}.${form}`);

// Storage can be full or switched off; a draft is a safety copy, never a condition for working.
function guarded<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

export function writeDraft(form: string, values: unknown, now = Date.now()): void {
  const key = keyOf(form);
  if (key === null) return;
  guarded(() => sessionStorage.setItem(key, JSON.stringify({ savedAt: now, values } satisfies Stored)), undefined);
}

export function readDraft<T>(form: string, now = Date.now()): { values: T; savedAt: number } | null {
  const key = keyOf(form);
  if (key === null) return null;
  return guarded(() => {
    const text = sessionStorage.getItem(key);
    if (text === null) return null;
    const stored = JSON.parse(text) as Stored;
    if (now - stored.savedAt > maxAgeMs) {
      sessionStorage.removeItem(key);
      return null;
    }
    return { values: stored.values as T, savedAt: stored.savedAt };
  }, null);
}

export function clearDraft(form: string): void {
  const key = keyOf(form);
  if (key !== null) guarded(() => sessionStorage.removeItem(key), undefined);
}

/** Sign-out and "Snel weg": nothing that was typed stays on this device. */
export function clearAllDrafts(): void {
  guarded(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }, undefined);
}

export type Draft<T> = {
  values: T;
  /** Changes some fields; the draft follows. */
  change: (fields: Partial<T>) => void;
  /** True when the values came from an earlier draft: say so, and offer `discard`. */
  restored: boolean;
  /** Back to the given initial values. */
  discard: () => void;
  /** After a successful save: the draft goes, the values stay. */
  saved: () => void;
};

/**
 * The values of one form, kept in this tab so that a reload or an ended session loses nothing.
 * `form` names the form and the item, such as `card:<id>`; `initial` is read once per name.
 */
export function useDraft<T extends object>(form: string, initial: T): Draft<T> {
  const start = () => {
    const draft = readDraft<Partial<T>>(form);
    return { form, values: draft ? { ...initial, ...draft.values } : initial, restored: draft !== null, dirty: false };
  };
  const [state, setState] = useState(start);
  const first = useRef(initial);
  if (state.form !== form) {
    first.current = initial;
    setState(start());
  }
  useEffect(() => {
    if (state.dirty) writeDraft(state.form, state.values);
  }, [state]);
  const change = useCallback((fields: Partial<T>) => setState((current) => ({ ...current, values: { ...current.values, ...fields }, dirty: true })), []);
  const discard = useCallback(() => {
    clearDraft(form);
    setState({ form, values: first.current, restored: false, dirty: false });
  }, [form]);
  const saved = useCallback(() => {
    clearDraft(form);
    setState((current) => ({ ...current, restored: false, dirty: false }));
  }, [form]);
  return { values: state.values, change, restored: state.restored, discard, saved };
}
