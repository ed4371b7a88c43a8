import type { Action, Case, Plan } from '@/api';

export const allActions = (plan: Plan): Action[] => plan.goals.filter((goal) => goal.status !== 'dropped').flatMap((goal) => goal.actions);

/** What this member does, what is due first on top, what has no date last. */
export function actionsOf(plan: Plan, memberId: string | null | undefined): Action[] {
  return allActions(plan)
    .filter((action) => action.actor?.kind === 'family' && action.actor.id === memberId)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}

/** A family member ticks what the family or people around it do, not what a professional does. */
export const mayTick = (data: Case, action: Action): boolean => data.capabilities.includes('tick-action') && action.actor?.kind !== 'professional';
