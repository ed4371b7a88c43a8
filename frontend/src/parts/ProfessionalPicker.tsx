import { useId, useState, type KeyboardEvent } from 'react';
import { useIdentity, useOrganisations, useProfessionals, type Organisation, type Professional } from '@/api';
import { useTranslation } from '@/i18n';
import { Badge, Button, PeopleList, PeopleRow, PersonMark, SelectField, TextField } from '@/ui';
import './picker.css';
import { Trouble } from './states';
import { useSettled } from './useSettled';

type Props = {
  /** Id of the search field: the target of the link in the error summary. */
  id?: string;
  error?: string | null;
  /** Why somebody cannot be chosen, such as "Doet al mee"; null when it is possible. */
  taken: (person: Professional) => string | null;
  onPick: (person: Professional) => void;
};

const fewestLetters = 2;

/** The own organisation first; then by name. */
function useOrganisationOptions(organisations: Organisation[]) {
  const { t } = useTranslation();
  const own = useIdentity().organisationId;
  return organisations
    .filter((one) => one.kind !== 'region')
    .sort((a, b) => Number(b.id === own) - Number(a.id === own) || a.name.localeCompare(b.name))
    .map((one) => ({ value: one.id, label: one.id === own ? t('picker.own', { name: one.name }) : one.name }));
}

function Results({ people, taken, onPick }: { people: Professional[] } & Pick<Props, 'taken' | 'onPick'>) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('picker.results')}>
      <PeopleList>
        {people.map((person) => {
          const reason = taken(person);
          return (
            <PeopleRow
              key={person.id}
              mark={<PersonMark name={person.name} shape="professional" />}
              name={<span translate="no">{person.name}</span>}
              second={`${person.function}, ${person.organisationName}`}
              end={
                reason ? (
                  <Badge>{reason}</Badge>
                ) : (
                  <Button small onClick={() => onPick(person)} aria-label={t('picker.pickName', { name: person.name })}>
                    {t('picker.pick')}
                  </Button>
                )
              }
            />
          );
        })}
      </PeopleList>
    </section>
  );
}

/** Finds somebody in the directory, of the own and of other organisations. */
export function ProfessionalPicker({ id, error, taken, onPick }: Props) {
  const { t } = useTranslation();
  const own = useId();
  const [text, setText] = useState('');
  const [organisationId, setOrganisationId] = useState('');
  const settled = useSettled(text.trim());
  const options = useOrganisationOptions(useOrganisations().data ?? []);
  const wanted = settled.length >= fewestLetters || organisationId !== '';
  const query = useProfessionals({ ...(settled === '' ? {} : { text: settled }), ...(organisationId === '' ? {} : { organisationId }), limit: 20 }, wanted);
  const found = wanted ? query.data : undefined;
  // Enter looks for somebody; it must not send the form around it.
  const keepForm = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && (event.target as HTMLElement).tagName === 'INPUT') event.preventDefault();
  };
  return (
    <div className="ep-stack" onKeyDown={keepForm}>
      <div className="picker">
        <TextField id={id ?? own} type="search" label={t('picker.label')} help={t('picker.help')} error={error} value={text} onChange={setText} maxLength={100} />
        <SelectField label={t('picker.organisation')} value={organisationId} onChange={setOrganisationId} options={options} empty={t('picker.all')} />
      </div>
      <p className="ep-help" role="status">
        {found === undefined ? '' : found.length === 0 ? t('picker.none') : t('picker.found', { count: found.length })}
      </p>
      {wanted && query.error ? <Trouble error={query.error} onRetry={() => void query.refetch()} /> : null}
      {found && found.length > 0 ? (
        <Results
          people={found}
          taken={taken}
          onPick={(person) => {
            onPick(person);
            setText('');
            document.getElementById(id ?? own)?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
