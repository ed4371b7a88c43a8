import { useSyncExternalStore } from 'react';
import { useReference, type Involvement } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Badge, Hidden, Icon, LinkButton, PersonMark, SegmentedChoice, SelectField, UserText } from '@/ui';
import { idOf, othersOf, type SectionProps } from '../form';

const narrow = '(max-width: 62rem)';

/** On a narrow screen six options in a row do not fit: there it is a list to choose from. */
function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia?.(narrow);
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => window.matchMedia?.(narrow).matches ?? false,
    () => false,
  );
}

type RowProps = { other: Involvement; card: Involvement; mine: string; onChange: (frequency: string) => void };

function ContactRow({ other, card, mine, onChange }: RowProps) {
  const { t } = useTranslation('card');
  const word = useWords();
  const asList = useNarrow();
  const frequencies = useReference().data?.frequencies ?? [];
  const theirs = other.contactFrequencies.find((one) => one.counterpartId === card.id)?.frequency ?? null;
  const choices = frequencies.map((code) => ({ value: code, label: word('frequencies', code) }));
  const legend = t('contact.with', { name: other.name });
  return (
    <li>
      <span className="card-contact__who">
        <PersonMark name={other.name} shape="professional" size="s" />
        <span>
          <b>
            <UserText>{other.name}</UserText>
          </b>
          <span className="ep-soft">{other.function.toLocaleLowerCase()}</span>
        </span>
      </span>
      {asList ? (
        <SelectField id={idOf('contact', other.id)} label={legend} value={mine} onChange={onChange} empty={t('contact.none')} options={choices} />
      ) : (
        <SegmentedChoice id={idOf('contact', other.id)} legend={legend} hideLegend choices={choices} value={mine} onChange={onChange} theirs={theirs} />
      )}
      <span className="card-contact__says">
        {theirs === null ? (
          <span className="ep-soft">{t('contact.saidNothing', { name: other.name })}</span>
        ) : theirs === mine ? (
          <Badge tone="good">
            <Icon name="check" size="s" />
            {t('contact.same')}
          </Badge>
        ) : (
          <>
            {mine === '' ? null : (
              <Badge tone="ask">
                <Icon name="difference" size="s" />
                {t('contact.different')}
              </Badge>
            )}
            <span className="ep-soft">{t('contact.said', { name: other.name, frequency: word('frequencies', theirs).toLocaleLowerCase() })}</span>
            <LinkButton onClick={() => onChange(theirs)}>{t('contact.take')}</LinkButton>
          </>
        )}
        {mine !== '' && !asList ? (
          <LinkButton onClick={() => onChange('')}>
            {t('contact.clear')}
            <Hidden>: {other.name}</Hidden>
          </LinkButton>
        ) : null}
      </span>
    </li>
  );
}

/** 5. How often contact with each of the others; what the other one chose stands beside it. */
export function ContactSection({ data, card, values, change }: SectionProps) {
  const { t } = useTranslation('card');
  const others = othersOf(data, card);
  const set = (counterpartId: string, frequency: string) =>
    change({ contactFrequencies: [...values.contactFrequencies.filter((one) => one.counterpartId !== counterpartId), ...(frequency === '' ? [] : [{ counterpartId, frequency }])] });
  return (
    <section className="card-section" aria-labelledby="card-5">
      <h2 id="card-5">{t('sections.contact')}</h2>
      <p className="ep-help">{others.length > 0 ? t('sections.contactHelp') : t('contact.alone')}</p>
      <ul className="card-contact">
        {others.map((other) => (
          <ContactRow key={other.id} other={other} card={card} mine={values.contactFrequencies.find((one) => one.counterpartId === other.id)?.frequency ?? ''} onChange={(frequency) => set(other.id, frequency)} />
        ))}
      </ul>
    </section>
  );
}
