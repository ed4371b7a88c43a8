import { useReference, type Case, type Involvement, type Wants } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { FamilyBadge, shortNames, useCardFacts } from '@/parts';
import { HelperCard, Icon, LinkButton, PersonMark, UserText } from '@/ui';
import { focusSoon, idOf, othersOf } from '../form';
import { askedOfMe } from '../matching';
import type { CardValues } from '../values';

type Props = { data: Case; card: Involvement; values: CardValues; change: (values: Partial<CardValues>) => void };

/** What others want to know, with one button that puts it under "Dit vertel ik". */
function Asked({ data, card, values, change }: Props) {
  const { t } = useTranslation('card');
  const word = useWords();
  const subjects = useReference().data?.subjects ?? [];
  const asked = askedOfMe(card.id, values.gives, othersOf(data, card), subjects);
  if (asked.length === 0) return null;
  const name = shortNames(data.household);
  const take = ({ subject, about: members }: Wants) => {
    const said = values.gives.filter((row) => row.subject !== '');
    change({ gives: [...said, { subject, about: members }] });
    focusSoon(idOf('gives', said.length, 'subject'));
  };
  const about = (ids: string[]) => ids.map(name).filter(Boolean).join(', ');
  return (
    <div className="card-asked">
      <h2>{t('asked.title')}</h2>
      <ul>
        {asked.map(({ key, name: who, want, told }) => (
          <li key={key}>
            <PersonMark name={who} shape="professional" size="s" />
            <span>
              {t('asked.line', { name: who, subject: word('subjects', want.subject).toLocaleLowerCase(), names: about(want.about) })}
              {told ? (
                <span className="card-match card-match--met">
                  <Icon name="check" size="s" />
                  {t('asked.told')}
                </span>
              ) : (
                <span>
                  <LinkButton onClick={() => take(want)}>{t('asked.take')}</LinkButton>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The card as the family reads it, while it is being written. */
export function Preview(props: Props) {
  const { data, card, values } = props;
  const { t } = useTranslation('card');
  const dates = useDates();
  const text = (value: string) => (value.trim() === '' ? <span className="ep-soft">{t('preview.empty')}</span> : <UserText>{value}</UserText>);
  const { until, periodText, ...said } = values;
  const facts = useCardFacts()({ ...said, period: { until: until || null, text: periodText } }, <span className="ep-soft">{t('preview.empty')}</span>);
  return (
    <div className="card-preview">
      <h2>{t('preview.title')}</h2>
      <HelperCard
        name={card.name}
        second={
          <>
            {card.function}
            <br />
            {card.organisationName}
          </>
        }
        role={
          <>
            <p>{text(values.familyRole)}</p>
            {values.lifeDomains.map((code) => (
              <FamilyBadge key={code} caseId={data.id} code={code} />
            ))}
          </>
        }
        facts={facts}
      />
      <p className="card-preview__tip">
        <Icon name="check" size="s" />
        {t('preview.short')}
      </p>
      <p className="card-preview__tip">
        <Icon name="eye" size="s" />
        {card.hiddenFromFamily ? t('preview.hidden', { date: dates.date(card.hiddenFromFamily.until) }) : t('preview.seen')}
      </p>
      <Asked {...props} data={data} />
    </div>
  );
}
