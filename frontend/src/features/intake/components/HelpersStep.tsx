import { useIdentity } from '@/api';
import { errorAt, ProfessionalPicker } from '@/parts';
import { Button, PersonMark, SelectField, TextField, useToasts } from '@/ui';
import { useTranslation, useWords } from '@/i18n';
import { optionsOf, type StepProps } from './parts';
import type { Involved } from '../newCase';

const kinds = ['professional', 'information-only'];

/** Who is already involved: found in the directory; they are invited when the plan is opened. */
export function HelpersStep({ values, change, errors }: StepProps) {
  const { t } = useTranslation('intake');
  const word = useWords();
  const { announce } = useToasts();
  const me = useIdentity();
  const set = (id: string, fields: Partial<Involved>) => change({ involved: values.involved.map((one) => (one.person.id === id ? { ...one, ...fields } : one)) });
  return (
    <>
      {values.involved.length > 0 ? (
        <ul className="intake-involved">
          {values.involved.map(({ person, kind, reason }) => (
            <li key={person.id} className="intake-helper">
              <div className="intake-helper__who">
                <PersonMark name={person.name} shape="professional" />
                <span>
                  <b translate="no">{person.name}</b>
                  <span className="ep-soft">
                    {person.function}, {person.organisationName}
                  </span>
                </span>
                <Button kind="quiet" small icon="close" aria-label={t('helpers.removeOf', { name: person.name })} onClick={() => change({ involved: values.involved.filter((one) => one.person.id !== person.id) })}>
                  {t('helpers.remove')}
                </Button>
              </div>
              <SelectField label={t('helpers.kind', { name: person.name })} value={kind} onChange={(next) => set(person.id, { kind: next as Involved['kind'] })} options={optionsOf('involvementKinds', kinds, word)} />
              <TextField label={t('helpers.reason', { name: person.name })} help={t('helpers.reasonHelp', { name: person.name })} value={reason} onChange={(next) => set(person.id, { reason: next })} maxLength={1000} />
            </li>
          ))}
        </ul>
      ) : null}
      <ProfessionalPicker
        id="new-involved"
        error={errorAt(errors, 'new-involved')}
        taken={(person) => (person.id === me.id ? t('helpers.you') : values.involved.some((one) => one.person.id === person.id) ? t('helpers.inList') : null)}
        onPick={(person) => {
          const { id, name, function: work, organisationName } = person;
          change({ involved: [...values.involved, { person: { id, name, function: work, organisationName }, kind: 'professional', reason: '' }] });
          announce(t('helpers.added', { name }));
        }}
      />
    </>
  );
}
