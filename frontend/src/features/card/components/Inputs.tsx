import { useTranslation } from 'react-i18next';
import { useReference, type Case } from '@/api';
import { useWords } from '@/i18n';
import { Button, CheckboxGroup, Hidden, SelectField, type Option } from '@/ui';

/** People of the household, as chips. */
export function Members({ data, id, legend, help, error, values, onChange }: { data: Case; id: string; legend: string; help?: string; error?: string | null; values: string[]; onChange: (ids: string[]) => void }) {
  const choices = data.household.map((member) => ({ value: member.id, label: <bdi translate="no">{member.name}</bdi> }));
  return <CheckboxGroup chips id={id} legend={legend} help={help} error={error} choices={choices} values={values} onChange={onChange} />;
}

/** The subjects as a tree in one list: what stands under another one is indented by its words. */
function useSubjectOptions(): Option[] {
  const word = useWords();
  const subjects = useReference().data?.subjects ?? [];
  return subjects.map((subject) => ({ value: subject.code, label: subject.parent ? `– ${word('subjects', subject.code)}` : word('subjects', subject.code) }));
}

export function SubjectField({ id, label, error, value, onChange }: { id: string; label: string; error?: string | null; value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('card');
  return <SelectField id={id} label={label} error={error} value={value} onChange={onChange} empty={t('chooseSubject')} options={useSubjectOptions()} />;
}

export function RemoveRow({ what, onClick }: { what: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="quiet" small icon="close" onClick={onClick}>
      {t('actions.remove')}
      <Hidden>: {what}</Hidden>
    </Button>
  );
}
