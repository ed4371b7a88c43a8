import { useReference, type Case } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { shortNames } from '@/parts';
import { Button, CheckboxGroup, Hidden, SelectField, type Option } from '@/ui';

/** People of the household, as chips. */
export function Members({ data, id, legend, help, error, values, onChange }: { data: Case; id: string; legend: string; help?: string; error?: string | null; values: string[]; onChange: (ids: string[]) => void }) {
  const name = shortNames(data.household);
  const choices = data.household.map((member) => ({ value: member.id, label: <bdi translate="no">{name(member.id)}</bdi> }));
  return <CheckboxGroup chips id={id} legend={legend} help={help} error={error} choices={choices} values={values} onChange={onChange} />;
}

/** The subjects in the order of the tree: the broad one first, what is part of it after it. */
function useSubjectOptions(): Option[] {
  const word = useWords();
  const subjects = useReference().data?.subjects ?? [];
  return subjects.map((subject) => ({ value: subject.code, label: word('subjects', subject.code) }));
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
