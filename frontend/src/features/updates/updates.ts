import type { IdentityKind, Update, UpdateKind } from '@/api';
import { dayOf } from '@/i18n';
import { pages } from '@/routing';

const ofCards: readonly UpdateKind[] = ['card-changed', 'professional-joined', 'professional-replaced', 'help-ended', 'treatment-status-changed', 'coordinator-changed'];

/** Where one reads what an update is about. */
export function pageOf(update: Pick<Update, 'kind' | 'caseId'>, reader: IdentityKind): string {
  if (reader !== 'family') return ofCards.includes(update.kind) ? pages.cards(update.caseId) : pages.family(update.caseId);
  if (update.kind === 'plan-put-forward') return pages.agree;
  if (update.kind === 'meeting-scheduled') return pages.today;
  return ofCards.includes(update.kind) ? pages.helpers : pages.ourPlan;
}

/** What stands on the page and what waits: nothing moves while somebody reads. `upTo` is the newest that was shown. */
export function split(updates: readonly Update[], upTo: number): { shown: Update[]; waiting: Update[] } {
  return { shown: updates.filter((update) => update.number <= upTo), waiting: updates.filter((update) => update.number > upTo) };
}

export function byDay(updates: readonly Update[]): [string, Update[]][] {
  const days = new Map<string, Update[]>();
  for (const update of updates) days.set(dayOf(update.at), [...(days.get(dayOf(update.at)) ?? []), update]);
  return [...days.entries()];
}
