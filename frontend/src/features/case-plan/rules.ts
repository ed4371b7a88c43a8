import type { ActionFields, Actor, AgreementFields, Case, GoalFields } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { caseNames, joinLists, shortNames, useHidingRule, type ConflictRules } from '@/parts';

type WithoutDone = Omit<ActionFields, 'done'>;

/** How every field of the plan reads in words when two people changed it at the same time. */
export function useConflictRules(data: Case): { goal: ConflictRules<GoalFields>; action: ConflictRules<WithoutDone>; agreement: ConflictRules<AgreementFields> } {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const dates = useDates();
  const day = (value: unknown) => (typeof value === 'string' ? dates.date(value) : '');
  const number = (value: unknown) => (value == null ? '' : String(value));
  const domain = (value: unknown) => (typeof value === 'string' ? word('lifeDomains', value) : '');
  const members = (value: unknown) => (value as string[]).map(shortNames(data.household)).filter(Boolean).join(', ');
  const actors = (value: unknown) => (value as Actor[]).map(caseNames(data).actor).join(', ');
  const hiding = useHidingRule();
  return {
    goal: {
      ...hiding,
      text: { label: t('goal.text') },
      domain: { label: t('goal.domain'), describe: domain },
      forMembers: { label: t('goal.forMembers'), describe: members, both: joinLists },
      status: { label: t('goal.status'), describe: (value) => word('goalStatuses', String(value)) },
      targetDate: { label: t('goal.targetDate'), describe: day },
      baseline: { label: t('goal.baseline'), describe: number },
      current: { label: t('goal.current'), describe: number },
      target: { label: t('goal.target'), describe: number },
      rank: { label: t('goal.rank'), describe: number },
    },
    action: {
      ...hiding,
      text: { label: t('action.text') },
      domain: { label: t('goal.domain'), describe: domain },
      actor: { label: t('action.actor'), describe: (value) => value ? caseNames(data).actor(value as Actor) : t('action.nobody') },
      due: { label: t('action.due'), describe: day },
    },
    agreement: {
      ...hiding,
      text: { label: t('agreement.text') },
      type: { label: t('agreement.type'), describe: (value) => word('agreementTypes', String(value)) },
      parties: { label: t('agreement.parties'), describe: actors, both: joinLists },
      reviewDate: { label: t('agreement.reviewDate'), describe: day },
    },
  };
}
