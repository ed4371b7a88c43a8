import type { Case, TimelineEntry } from '@/api';
import { type RefList, useDates, useTranslation, useWords } from '@/i18n';
import { useFamilyDomain } from './CodeBadge';
import { caseNames } from './shortNames';

const kinds = [
  'case-opened', 'case-changed', 'household-changed', 'professional-invited', 'professional-joined', 'invitation-refused', 'help-ended', 'handover-proposed', 'handover-refused',
  'professional-replaced', 'coordinator-proposed', 'coordinator-refused', 'coordinator-changed', 'card-changed', 'treatment-status-changed', 'meeting-scheduled', 'meeting-changed',
  'plan-changed', 'goal-added', 'goal-changed', 'goal-reached', 'goal-status-changed', 'goal-removed', 'action-added', 'action-changed', 'action-done', 'action-removed',
  'agreement-added', 'agreement-changed', 'agreement-kept', 'agreement-removed', 'plan-put-forward', 'plan-answered', 'plan-agreed', 'evaluation-held', 'case-closed', 'case-reopened',
] as const;
const isKnown = (kind: string): kind is (typeof kinds)[number] => (kinds as readonly string[]).includes(kind);

const wishes = ['ownGoal', 'ownGoalUntil', 'sharedGoal', 'sharedGoalUntil'];

/** Says what it is that changed when it is one thing. */
function planSentence(fields: unknown, evaluationDate: string) {
  const changed = Array.isArray(fields) ? fields : [];
  const only = (names: readonly string[]) => changed.length > 0 && changed.every((field) => names.includes(field));
  if (only(wishes)) return 'plan-wish-changed';
  if (only(['lifeDomains'])) return 'plan-domains-changed';
  return only(['evaluationDate']) && evaluationDate !== '' ? 'plan-evaluation-changed' : 'plan-changed';
}

type Family = Pick<Case, 'id' | 'household' | 'involvements'>;

/** What happened, as a sentence: who did what, with people and life domains as this family calls them. */
export function useTimelineSentence(family: Family): (entry: TimelineEntry) => string {
  const { t } = useTranslation('timeline');
  const word = useWords();
  const { day, time } = useDates();
  const { short } = caseNames(family);
  const familyDomain = useFamilyDomain(family.id);
  return ({ kind, actorName, data }) => {
    const text = (field: string) => (typeof data[field] === 'string' || typeof data[field] === 'number' ? String(data[field]) : '');
    const coded = (list: RefList, field: string) => (text(field) === '' ? '' : word(list, text(field)).toLocaleLowerCase());
    // A name that the family gave stays as it was written.
    const ownDomain = familyDomain(text('domain'));
    const domain = ownDomain === word('lifeDomains', text('domain')) ? coded('lifeDomains', 'domain') : ownDomain;
    const who = actorName ? short(actorName) : t('somebody');
    const name = (field: string) => short(text(field));
    if (!isKnown(kind)) return t('unknown', { who });
    const about = name('professionalName');
    const person = about !== '' && about !== who ? about : '';
    if (kind === 'plan-answered') return t(text('answer') === 'agrees' ? 'agreed' : 'disagreed', { who: name('memberName') || who, number: text('number') });
    if (kind === 'help-ended') return person === '' ? t('own-help-ended', { who }) : t('help-ended', { who, person });
    if (kind === 'household-changed' && (text('change') === 'access-given' || text('change') === 'access-ended')) return t(text('change') as 'access-given' | 'access-ended', { person: name('memberName') || t('somebody') });
    if (kind === 'card-changed' && person !== '') return t('card-changed-of', { who, person });
    if (kind.startsWith('meeting-') && text('startsAt') !== '') return t(kind === 'meeting-scheduled' ? 'meeting-scheduled-on' : 'meeting-changed-to', { who, day: day(text('startsAt')), time: time(text('startsAt')) });
    if (kind === 'plan-changed') return t(planSentence(data.fields, text('evaluationDate')), { who, day: text('evaluationDate') === '' ? '' : day(text('evaluationDate')) });
    if (kind === 'agreement-kept') return text('kept') === '' ? t('agreement-kept-taken-back', { who }) : t(kind, { who, kept: coded('keptAnswers', 'kept') });
    if (kind === 'evaluation-held') return t(kind, { who, day: day(text('heldOn')) });
    if (kind === 'case-closed' && text('endReason') !== '') return t('case-closed-because', { who, reason: coded('endReasons', 'endReason') });
    if (kind === 'treatment-status-changed') return t(kind, { who, person: name('memberName') || t('somebody'), status: coded('treatmentStatuses', 'status') });
    return t(kind, { who, person: person || about || t('somebody'), domain, status: coded('goalStatuses', 'status'), number: text('number') });
  };
}

export type TimelineRow = { entry: TimelineEntry; text: string; all: TimelineEntry[] };

/** The newest in short: equal sentences that follow each other become one that says how often. */
export function useTimelineRows(family: Family): (entries: readonly TimelineEntry[]) => TimelineRow[] {
  const { t } = useTranslation('timeline');
  const sentence = useTimelineSentence(family);
  return (entries) => {
    const rows: TimelineRow[] = [];
    for (const entry of entries) {
      const text = sentence(entry);
      const last = rows.at(-1);
      if (last?.text === text) last.all.push(entry);
      else rows.push({ entry, text, all: [entry] });
    }
    return rows.map((row) => (row.all.length === 1 ? row : { ...row, text: t('times', { text: row.text.replace(/\.$/, ''), count: row.all.length }) }));
  };
}
