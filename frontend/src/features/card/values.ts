import type { CardFields, CardTask, ContactFrequency, Gives, Involvement, Wants } from '@/api';

/** The card as it stands in the form: text for every control; rows may be unfinished. */
export type CardValues = {
  reason: string; familyRole: string; contactMeWhen: string; helpEndsWhen: string;
  lifeDomains: string[]; forMembers: string[]; tasks: CardTask[]; leadPractitionerOf: string[];
  gives: Gives[]; wants: Wants[]; contactFrequencies: ContactFrequency[];
  replyNorm: string; preferredChannel: string; standInId: string; until: string; periodText: string;
};
export type OwnCard = Omit<CardFields, 'hiddenFromFamily'>;

export const cardFieldNames = [
  'reason', 'familyRole', 'contactMeWhen', 'helpEndsWhen', 'lifeDomains', 'forMembers', 'tasks', 'leadPractitionerOf', 'gives', 'wants', 'contactFrequencies', 'replyNorm', 'preferredChannel', 'standInId', 'period',
] as const;

const orNull = (text: string) => (text.trim() === '' ? null : text);
/** What was told and asked never names a source it does not have, so that rows compare as equal. */
export const giveOf = ({ subject, about }: Gives): Gives => ({ subject, about });
const wantOf = ({ subject, about, from }: Wants): Wants => ({ subject, about, from: from || null });

/** A row in which something was chosen or written. */
export const taskIsBegun = (row: CardTask): boolean => row.kind !== '' || (row.task ?? '').trim() !== '' || row.domain !== '';
const taskOf = ({ domain, kind, task, members }: CardTask): CardTask => ({ domain, kind, task: orNull(task ?? ''), members });

export const cardValues = (card: Involvement): CardValues => ({
  reason: card.reason ?? '', familyRole: card.familyRole ?? '', contactMeWhen: card.contactMeWhen ?? '', helpEndsWhen: card.helpEndsWhen ?? '',
  lifeDomains: card.lifeDomains, forMembers: card.forMembers, tasks: card.tasks.map(taskOf), leadPractitionerOf: card.leadPractitionerOf,
  gives: card.gives.map(giveOf), wants: card.wants.map(wantOf), contactFrequencies: card.contactFrequencies,
  replyNorm: card.replyNorm ?? '', preferredChannel: card.preferredChannel ?? '', standInId: card.standInId ?? '', until: card.period?.until ?? '', periodText: card.period?.text ?? '',
});

/** Rows in which nothing was filled in are not sent. */
export const cardFields = (values: CardValues): OwnCard => ({
  reason: orNull(values.reason), familyRole: orNull(values.familyRole), contactMeWhen: orNull(values.contactMeWhen), helpEndsWhen: orNull(values.helpEndsWhen),
  lifeDomains: values.lifeDomains, forMembers: values.forMembers, leadPractitionerOf: values.leadPractitionerOf,
  tasks: values.tasks.filter(taskIsBegun).map(taskOf),
  gives: values.gives.filter((row) => row.subject !== '').map(giveOf),
  wants: values.wants.filter((row) => row.subject !== '').map(wantOf),
  contactFrequencies: values.contactFrequencies,
  replyNorm: orNull(values.replyNorm), preferredChannel: orNull(values.preferredChannel), standInId: orNull(values.standInId),
  period: { until: orNull(values.until), text: orNull(values.periodText) },
});
