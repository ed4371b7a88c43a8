import type { Update } from '@/api';

export type Folded = { newest: Update; count: number; unread: boolean };

/** Equal news of one family in one row, in the place of the newest. */
export function fold(updates: readonly Update[]): Folded[] {
  const rows = new Map<string, Folded>();
  for (const update of updates) {
    const key = `${update.caseId} ${update.kind}`;
    const row = rows.get(key);
    rows.set(key, row ? { ...row, count: row.count + 1, unread: row.unread || !update.read } : { newest: update, count: 1, unread: !update.read });
  }
  return [...rows.values()];
}
