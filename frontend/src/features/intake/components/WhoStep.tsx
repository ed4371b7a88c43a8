import { useTranslation, useWords } from '@/i18n';
import { errorAt, useAgeQuestion } from '@/parts';
import { Button, SelectField, TextField } from '@/ui';
import { isEmpty, withEmptyRow, type Row } from '../newCase';
import { optionsOf, type StepProps } from './parts';

function PersonRow({ row, index, props, onChange, onRemove }: { row: Row; index: number; props: StepProps; onChange: (fields: Partial<Row>) => void; onRemove: () => void }) {
  const { t } = useTranslation('intake');
  const word = useWords();
  const ageQuestion = useAgeQuestion();
  const { errors, reference } = props;
  const id = (field: string) => `new-household-${index}-${field}`;
  const at = (field: string) => errorAt(errors, id(field));
  return (
    <fieldset className="intake-person">
      <legend className="ep-hidden">{t('who.person', { number: index + 1 })}</legend>
      <TextField id={id('name')} label={t('who.name')} value={row.name} onChange={(name) => onChange({ name })} maxLength={120} error={at('name')} />
      <SelectField id={id('role')} label={t('who.role')} value={row.role} onChange={(role) => onChange({ role })} options={optionsOf('householdRoles', reference.householdRoles, word)} empty={t('choose')} error={at('role')} />
      <SelectField id={id('ageBand')} label={t('who.age')} value={row.ageBand} onChange={(ageBand) => onChange({ ageBand })} options={optionsOf('ageBands', reference.ageBands, word)} empty={t('choose')} error={at('ageBand')} question={ageQuestion(row.role, row.ageBand)} />
      <SelectField id={id('language')} label={t('who.language')} value={row.language} onChange={(language) => onChange({ language })} options={optionsOf('languages', reference.languages, word)} error={at('language')} />
      <SelectField
        id={id('interpreter')}
        label={t('who.interpreter')}
        value={row.interpreter}
        onChange={(interpreter) => onChange({ interpreter })}
        options={optionsOf('interpreterNeeds', reference.interpreterNeeds, word)}
        error={at('interpreter')}
      />
      {isEmpty(row) ? (
        <span />
      ) : (
        <div className="intake-person__remove">
          <Button kind="quiet" small icon="close" onClick={onRemove}>
            {row.name.trim() === '' ? t('who.removeRow', { number: index + 1 }) : t('who.remove', { name: row.name.trim() })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Name of the plan, municipality, and the people who live there; a new row comes by itself. */
export function WhoStep(props: StepProps) {
  const { values, change, errors, reference } = props;
  const { t } = useTranslation('intake');
  const word = useWords();
  const setRow = (key: string, fields: Partial<Row>) => change({ rows: withEmptyRow(values.rows.map((row) => (row.key === key ? { ...row, ...fields } : row))) });
  return (
    <>
      <div className="intake-two">
        <TextField id="new-alias" label={t('who.alias')} help={t('who.aliasHelp')} value={values.alias} onChange={(alias) => change({ alias })} maxLength={120} error={errorAt(errors, 'new-alias')} />
        <SelectField
          id="new-municipality"
          label={t('who.municipality')}
          help={t('who.municipalityHelp')}
          value={values.municipality}
          onChange={(municipality) => change({ municipality })}
          options={optionsOf('municipalities', reference.municipalities, word)}
          empty={t('choose')}
          error={errorAt(errors, 'new-municipality')}
        />
      </div>
      <div className="intake-people">
        {values.rows.map((row, index) => (
          <PersonRow
            key={row.key}
            row={row}
            index={index}
            props={props}
            onChange={(fields) => setRow(row.key, fields)}
            onRemove={() => {
              change({ rows: withEmptyRow(values.rows.filter((other) => other.key !== row.key)) });
              document.getElementById(`new-household-${Math.max(0, index - 1)}-name`)?.focus();
            }}
          />
        ))}
      </div>
      <p className="ep-help">{t('who.rowHelp')}</p>
    </>
  );
}
