import type { Actor, Case, FieldConflict, Unsent } from '@/api';
import { mergeFields } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { caseNames, joinLists, type ConflictRules } from '@/parts';

type Fields = Record<string, unknown>;

/** The fields in which the two really differ; what only one of them changed is no choice. */
export function conflictsOf(entry: Unsent): FieldConflict<Fields>[] {
  const now = (entry.problem?.current ?? {}) as Fields;
  const mine = entry.body ?? {};
  const fields = Object.keys(mine);
  const was = entry.was ?? {};
  const pick = (from: Fields) => Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  return mergeFields<Fields>(pick(was), mine, pick(now)).conflicts;
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** How what was typed reads in words, whatever it is about: dates, names and choices as people say them. */
export function useWordsOf(data: Pick<Case, 'household' | 'involvements'> | undefined): (field: string, value: unknown) => string {
  const word = useWords();
  const { t } = useTranslation('away');
  const dates = useDates();
  const names = data ? caseNames(data) : null;
  const codes = {
    domain: 'lifeDomains', lifeDomains: 'lifeDomains', status: 'goalStatuses', type: 'agreementTypes', replyNorm: 'replyNorms', preferredChannel: 'channels', kept: 'keptAnswers', subject: 'subjects', frequency: 'frequencies',
  } as const;
  const list = (field: string) => (field in codes ? codes[field as keyof typeof codes] : undefined);
  const read = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map((item) => read(field, item)).filter(Boolean).join(field === 'tasks' || field === 'gives' || field === 'wants' ? '\n' : ', ');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (isDay(value)) return dates.date(value);
    if (isInstant(value)) return dates.moment(value);
    if (typeof value === 'object') return object(value as Fields);
    const text = String(value);
    const codeList = list(field);
    return codeList ? word(codeList, text) : (names?.of(text) || (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? '' : text));
  };
  const object = (value: Fields): string => {
    if ('kind' in value && 'label' in value) return names ? names.actor(value as unknown as Actor) : String(value.label ?? '');
    return Object.entries(value)
      .map(([field, part]) => read(field, part))
      .filter(Boolean)
      .join(': ');
  };
  return read;
}

/** How every field reads in the choice between two versions. A text that people write has no words of ours. */
export function useKeptRules(data: Case, entry: Unsent): ConflictRules<Fields> {
  const label = useFieldLabel();
  const read = useWordsOf(data);
  const isText = (value: unknown) => typeof value === 'string' && !isDay(value) && !isInstant(value);
  const texts = ['text', 'reason', 'familyRole', 'contactMeWhen', 'helpEndsWhen', 'ownGoal', 'sharedGoal', 'place', 'purpose', 'name'];
  return Object.fromEntries(
    Object.entries(entry.body ?? {}).map(([field, value]) => [
      field,
      texts.includes(field) && (value === null || isText(value))
        ? { label: label(field) }
        : { label: label(field), describe: (one: unknown) => read(field, one), ...(Array.isArray(value) ? { both: joinLists } : {}) },
    ]),
  );
}

export function useFieldLabel(): (field: string) => string {
  const { t, i18n } = useTranslation('away');
  const words = i18n.getResource(i18n.language, 'away', 'field') as Record<string, string>;
  return (field) => words[field] ?? t('field.other');
}
