import type { Case, Instant, Plan, Update, UpdateKind } from '@/api';
import { shortNames } from '@/parts';

/** What an update is about: words of people, a moment, or somebody in the place of somebody else. */
export type About = { words: string } | { moment: Instant } | { name: string; replaces: string };

const ofPlan: readonly UpdateKind[] = ['goal-reached', 'agreement-changed', 'action-done'];
const longest = 120;

/** Whether the plan has to be read to know what an update is about. */
export const isOfPlan = (kind: UpdateKind): boolean => ofPlan.includes(kind);

/** One line: cut between two words, and without the full stop of a sentence. */
function line(text: string): string {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= longest) return whole.replace(/(?<!\.)\.$/, '');
  const cut = whole.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s.,;:]+$/, '')} …`;
}

const words = (text: string | undefined): About | null => (text?.trim() ? { words: line(text) } : null);

/** Names what an update only refers to, with what its reader may see now; null when that is not (or no longer) there. */
export function aboutOf({ kind, itemId, memberId }: Update, family: Case | undefined, plan: Plan | undefined): About | null {
  const professional = family?.involvements.find((one) => one.id === itemId);
  const member = memberId && family ? shortNames(family.household)(memberId) : undefined;
  switch (kind) {
    case 'goal-reached':
      return words(plan?.goals.find((goal) => goal.id === itemId)?.text);
    case 'action-done':
      return words(plan?.goals.flatMap((goal) => goal.actions).find((action) => action.id === itemId)?.text);
    case 'agreement-changed':
      return words(plan?.agreements.find((agreement) => agreement.id === itemId)?.text);
    case 'meeting-scheduled': {
      const meeting = family?.meetings.find((one) => one.id === itemId);
      return meeting ? { moment: meeting.startsAt } : null;
    }
    case 'professional-replaced': {
      const before = family?.involvements.find((one) => itemId != null && one.takenOverBy === itemId);
      return professional && before ? { name: professional.name, replaces: before.name } : words(professional?.name);
    }
    case 'card-changed':
    case 'help-ended':
    case 'professional-joined':
    case 'coordinator-changed':
      return words(professional?.name);
    case 'treatment-status-changed':
    case 'plan-answered':
      return words(member);
    case 'plan-put-forward':
    case 'case-closed':
    case 'case-reopened':
      return null;
  }
}
