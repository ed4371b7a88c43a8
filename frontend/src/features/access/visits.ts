import type { AccessEntry } from '@/api';
import { dayOf } from '@/i18n';

/** What one person (or the system of one organisation) did on one day, told once: a page asks for several things at the same time. */
export type Visit = { key: string; day: string; at: string; who: string | null; actorKind: string; organisation: string | null; actions: string[]; purpose: string; outcome: AccessEntry['outcome'] };

const isInvolved = (purpose: string) => purpose.startsWith('involved:');

/** Entries come newest first; the latest moment stays with the visit. Taking part is a better reason to tell than having a list of one's own. */
export function visitsOf(entries: readonly AccessEntry[]): Visit[] {
  const visits = new Map<string, Visit>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const key = [day, entry.actorKind, entry.who ?? '', entry.organisation ?? '', entry.outcome].join('|');
    const visit = visits.get(key);
    if (!visit) {
      visits.set(key, { key, day, at: entry.at, who: entry.who, actorKind: entry.actorKind, organisation: entry.organisation, actions: [entry.action], purpose: entry.purpose, outcome: entry.outcome });
      continue;
    }
    if (!visit.actions.includes(entry.action)) visit.actions.push(entry.action);
    if (!isInvolved(visit.purpose) && isInvolved(entry.purpose)) visit.purpose = entry.purpose;
  }
  return [...visits.values()];
}

/** By day, in the order in which they come. */
export function byDay<T extends { day: string }>(items: readonly T[]): [string, T[]][] {
  const days = new Map<string, T[]>();
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days.entries()];
}
