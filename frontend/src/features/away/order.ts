import type { Unsent, UnsentState } from '@/api';

/** What needs somebody comes first, what goes by itself after it, what is done last. */
export const order: readonly UnsentState[] = ['conflict', 'unsure', 'refused', 'ended', 'waiting', 'sent'];

export type Group = { state: UnsentState; entries: Unsent[] };

/** In groups by what somebody has to do; oldest first, as it was written. */
export const groupsOf = (entries: readonly Unsent[]): Group[] =>
  order.map((state) => ({ state, entries: entries.filter((entry) => entry.state === state) })).filter((group) => group.entries.length > 0);

/** What still waits, for somebody or for the region. */
export const stillWaits = (entry: Unsent): boolean => entry.state !== 'sent' && entry.state !== 'ended';
