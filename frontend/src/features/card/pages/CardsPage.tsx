import type { Case } from '@/api';
import { useList, useTranslation } from '@/i18n';
import { CaseFrame, may } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, Heading, openTable, Paragraph, StatePage } from '@/ui';
import { CardView } from '../components/CardView';
import { cardsOf, missingCards, someTakePart } from '../cards';
import '../card.css';

function Cards({ data }: { data: Case }) {
  const { t } = useTranslation('card');
  const list = useList();
  const cards = cardsOf(data);
  const missing = missingCards(cards);
  if (cards.length === 0)
    return (
      <StatePage level={2} seats={openTable} title={t('cards.none')} actions={may(data, 'invite') ? <ButtonLink to={pages.invite(data.id)}>{t('cards.invite')}</ButtonLink> : null}>
        <Paragraph>{t('cards.noneText')}</Paragraph>
      </StatePage>
    );
  return (
    <section aria-labelledby="cards">
      <Heading level={2} id="cards">
        {!someTakePart(cards) ? t('cards.nobodyYet') : missing.length === 0 ? t('cards.all') : t('cards.some', { count: missing.length, names: list(missing) })}
      </Heading>
      <ul className="card-list">
        {cards.map((card) => (
          <li key={card.id}>
            <CardView data={data} card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The cards of everybody who takes part: what each does, gives and needs. */
export function CardsPage() {
  return <CaseFrame>{(data) => <Cards data={data} />}</CaseFrame>;
}
