import type { CaseListItem } from '@/api';

export type Gap = { kind: 'no-coordinator' | 'evaluation' | 'cards'; item: CaseListItem };

/** What a case itself asks of me: only of whoever can do something about it. */
export function gapsOf(cases: CaseListItem[], today: string): Gap[] {
  const gaps: Gap[] = [];
  for (const item of cases) {
    if (item.status === 'closed') continue;
    const leads = item.myRole === 'coordinator';
    if (item.myRole === 'intake' && item.coordinator === null) gaps.push({ kind: 'no-coordinator', item });
    if (leads && item.evaluationDate !== null && item.evaluationDate < today) gaps.push({ kind: 'evaluation', item });
    if (leads && item.cardsComplete < item.cardsTotal) gaps.push({ kind: 'cards', item });
  }
  return gaps;
}
