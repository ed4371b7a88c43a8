import type { IdentityKind, Update, UpdateKind } from '@/api';
import { pages } from '@/routing';

const ofCards: readonly UpdateKind[] = ['card-changed', 'professional-joined', 'professional-replaced', 'help-ended', 'treatment-status-changed', 'coordinator-changed'];

/** Where one reads what an update is about. */
export function pageOf(update: Pick<Update, 'kind' | 'caseId'>, reader: IdentityKind): string {
  if (reader !== 'family') return ofCards.includes(update.kind) ? pages.cards(update.caseId) : pages.family(update.caseId);
  if (update.kind === 'plan-put-forward') return pages.agree;
  if (update.kind === 'meeting-scheduled') return pages.today;
  return ofCards.includes(update.kind) ? pages.helpers : pages.ourPlan;
}
