import type { Action, Case, Involvement, Meeting, Plan } from '@/api';

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

export const allActions = (plan: Plan): Action[] => plan.goals.filter((goal) => goal.status !== 'dropped').flatMap((goal) => goal.actions);

/** What this member does, what is due first on top, what has no date last. */
export function actionsOf(plan: Plan, memberId: string | null | undefined): Action[] {
  return allActions(plan)
    .filter((action) => action.actor?.kind === 'family' && action.actor.id === memberId)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}

/** A family member ticks what the family or people around it do, not what a professional does. */
export const mayTick = (data: Case, action: Action): boolean => data.capabilities.includes('tick-action') && action.actor?.kind !== 'professional';
