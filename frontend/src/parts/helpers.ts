import type { Case, Involvement, Meeting } from '@/api';

const twoHoursMs = 2 * 60 * 60 * 1000;

/** Everybody who helps now, the contact first; somebody who only gives information comes last. */
export function helpersOf(data: Case): Involvement[] {
  const place = (one: Involvement) => (one.isCoordinator ? 0 : one.kind === 'information-only' ? 2 : 1);
  return data.involvements
    // Whoever only opened the case steps back as soon as somebody else is the contact.
    .filter((one) => one.status === 'active' && (one.kind !== 'intake' || one.isCoordinator || !data.coordinator || one.familyRole))
    .sort((a, b) => place(a) - place(b));
}

/** Whom to call when one does not know whom: the coordinator, before there is one whoever opened the case. */
export const contactOf = (data: Case): Involvement | null => helpersOf(data).find((one) => one.isCoordinator) ?? helpersOf(data)[0] ?? null;

/** The first meeting that is not over. */
export function nextMeeting(meetings: readonly Meeting[], now = Date.now()): Meeting | null {
  return [...meetings].filter((meeting) => Date.parse(meeting.startsAt) + twoHoursMs > now).sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0] ?? null;
}
