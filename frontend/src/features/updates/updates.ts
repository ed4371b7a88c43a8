import type { Update } from '@/api';
import { dayOf } from '@/i18n';

/** What stands on the page and what waits: nothing moves while somebody reads. `upTo` is the newest that was shown. */
export function split(updates: readonly Update[], upTo: number): { shown: Update[]; waiting: Update[] } {
  return { shown: updates.filter((update) => update.number <= upTo), waiting: updates.filter((update) => update.number > upTo) };
}

export function byDay(updates: readonly Update[]): [string, Update[]][] {
  const days = new Map<string, Update[]>();
  for (const update of updates) days.set(dayOf(update.at), [...(days.get(dayOf(update.at)) ?? []), update]);
  return [...days.entries()];
}
