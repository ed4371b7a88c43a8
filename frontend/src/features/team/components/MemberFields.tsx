import type { NewHouseholdMember, Reference } from '@/api';
import { type RefList, useTranslation, useWords } from '@/i18n';
import { errorAt, useAgeQuestion } from '@/parts';
import { SelectField, TextArea, TextField, type FieldError } from '@/ui';

export type MemberValues = Required<Omit<NewHouseholdMember, 'note'>> & { note: string };

export const emptyMember: MemberValues = { name: '', role: '', ageBand: '', language: 'nl', interpreter: 'no', note: '' };

export const memberFields = ['name', 'role', 'ageBand', 'language', 'interpreter', 'note'] as const;

export const fieldOf = (pointer: string): string | null => (pointer === '' ? null : `member${pointer.replaceAll('/', '-')}`);

export const toMember = (values: MemberValues): NewHouseholdMember => ({ ...values, name: values.name.trim(), note: values.note.trim() === '' ? null : values.note.trim() });

type Props = { values: MemberValues; change: (values: Partial<MemberValues>) => void; errors: FieldError[]; reference: Reference };

/** One person of the household. */
export function MemberFields({ values, change, errors, reference }: Props) {
  const { t } = useTranslation('team');
  const word = useWords();
  const ageQuestion = useAgeQuestion();
  const options = (list: RefList, codes: string[]) => codes.map((code) => ({ value: code, label: word(list, code) }));
  const at = (field: string) => errorAt(errors, `member-${field}`);
  return (
    <>
      <TextField id="member-name" label={t('member.name')} value={values.name} onChange={(name) => change({ name })} maxLength={120} error={at('name')} />
      <div className="team-two">
        <SelectField id="member-role" label={t('member.role')} value={values.role} onChange={(role) => change({ role })} options={options('householdRoles', reference.householdRoles)} empty={t('choose')} error={at('role')} />
        <SelectField id="member-ageBand" label={t('member.age')} value={values.ageBand} onChange={(ageBand) => change({ ageBand })} options={options('ageBands', reference.ageBands)} empty={t('choose')} error={at('ageBand')} question={ageQuestion(values.role, values.ageBand)} />
        <SelectField id="member-language" label={t('member.language')} value={values.language} onChange={(language) => change({ language })} options={options('languages', reference.languages)} error={at('language')} />
        <SelectField id="member-interpreter" label={t('member.interpreter')} value={values.interpreter} onChange={(interpreter) => change({ interpreter })} options={options('interpreterNeeds', reference.interpreterNeeds)} error={at('interpreter')} />
      </div>
      <TextArea id="member-note" label={t('member.note')} help={t('member.noteHelp')} value={values.note} onChange={(note) => change({ note })} maxLength={1000} error={at('note')} />
    </>
  );
}
