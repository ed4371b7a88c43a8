import { useParams } from 'react-router';
import { useCase, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded, may, mayFillCard, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, openTable, Paragraph, StatePage } from '@/ui';
import { CardForm } from '../components/CardForm';
import '../card.css';

/** Somebody who opened the plan and does not help: said here, because the address can be typed or kept. */
function NoCard({ data }: { data: Case }) {
  const { t } = useTranslation('card');
  return (
    <StatePage seats={openTable} title={t('noCard.title')} actions={<ButtonLink kind="main" to={pages.cards(data.id)}>{t('noCard.cards')}</ButtonLink>}>
      <Paragraph>{t('noCard.text')}</Paragraph>
    </StatePage>
  );
}

/** What a professional says once: what I do, give and need. */
export function MyCardPage() {
  const { caseId = '' } = useParams();
  useTranslation('card');
  return (
    <Loaded query={useCase(caseId)}>
      {(data) => {
        const card = data.involvements.find((one) => one.id === data.myInvolvementId);
        if (!card || !may(data, 'edit-card')) return <NotForYou />;
        return mayFillCard(data) ? <CardForm key={card.id} data={data} card={card} /> : <NoCard data={data} />;
      }}
    </Loaded>
  );
}
