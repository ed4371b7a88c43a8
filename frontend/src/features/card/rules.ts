import type { CardTask, Case, ContactFrequency, Gives, Wants } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { joinLists, useColleagues, shortNames, useFamilyDomain, type ConflictRules } from '@/parts';
import { giveOf, type OwnCard } from './values';

/** One frequency per counterpart: of two, mine stays, because I am choosing now. */
function joinFrequencies(_base: unknown, theirs: unknown, mine: unknown): ContactFrequency[] {
  const own = mine as ContactFrequency[];
  return [...own, ...(theirs as ContactFrequency[]).filter((item) => !own.some((other) => other.counterpartId === item.counterpartId))];
}

/** A task as people say it: what it is, and more about it in the professional's words. */
export const taskText = (row: Pick<CardTask, 'kind' | 'task'>, word: ReturnType<typeof useWords>): string =>
  [row.kind === '' || row.kind === 'other' ? '' : word('taskKinds', row.kind), row.task ?? ''].filter((text) => text.trim() !== '').join(': ');

/** How every field of the card reads in words when it was changed in two places. */
export function useCardRules(data: Case): ConflictRules<OwnCard> {
  const { t } = useTranslation('card');
  const word = useWords();
  const domain = useFamilyDomain(data.id);
  const dates = useDates();
  const colleagues = useColleagues();
  const member = shortNames(data.household);
  const members = (ids: string[]) => ids.map(member).filter(Boolean).join(', ');
  const professional = (id: string) => data.involvements.find((one) => one.id === id)?.name ?? '';
  const lines = (texts: string[]) => texts.join('\n');
  const subjects = (value: unknown) =>
    lines((value as Wants[]).map((row) => `${word('subjects', row.subject)}: ${members(row.about)}${row.from ? ` (${professional(row.from)})` : ''}`));
  const code = (list: 'replyNorms' | 'channels') => (value: unknown) => (typeof value === 'string' ? word(list, value) : '');
  return {
    reason: { label: t('reason') },
    familyRole: { label: t('familyRole') },
    contactMeWhen: { label: t('contactMeWhen') },
    helpEndsWhen: { label: t('helpEndsWhen') },
    lifeDomains: { label: t('lifeDomains'), describe: (value) => (value as string[]).map(domain).join(', '), both: joinLists },
    forMembers: { label: t('forMembers'), describe: (value) => members(value as string[]), both: joinLists },
    leadPractitionerOf: { label: t('leadPractitionerOf'), describe: (value) => members(value as string[]), both: joinLists },
    tasks: { label: t('tasks.title'), describe: (value) => lines((value as CardTask[]).map((row) => `${taskText(row, word)} (${domain(row.domain)}): ${members(row.members)}`)), both: joinLists },
    gives: { label: t('gives.title'), describe: subjects, both: (base, theirs, mine) => (joinLists(base, theirs, mine) as Gives[]).map(giveOf) },
    wants: { label: t('wants.title'), describe: subjects, both: joinLists },
    contactFrequencies: { label: t('contact.title'), describe: (value) => lines((value as ContactFrequency[]).map((row) => `${professional(row.counterpartId)}: ${word('frequencies', row.frequency)}`)), both: joinFrequencies },
    replyNorm: { label: t('replyNorm'), describe: code('replyNorms') },
    preferredChannel: { label: t('preferredChannel'), describe: code('channels') },
    standInId: { label: t('standIn'), describe: (value) => (value === null ? '' : (colleagues.find((one) => one.id === value)?.name ?? '')) },
    period: {
      label: t('until'),
      describe: (value) => {
        const period = value as OwnCard['period'];
        return [period?.until ? dates.date(period.until) : '', period?.text ?? ''].filter(Boolean).join(', ');
      },
    },
  };
}
