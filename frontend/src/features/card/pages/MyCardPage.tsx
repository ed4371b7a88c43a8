import { useParams } from 'react-router';
import { useCase } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded, may, NotForYou } from '@/parts';
import { CardForm } from '../components/CardForm';
import '../card.css';

/** What a professional says once: what I do, give and need. */
export function MyCardPage() {
  const { caseId = '' } = useParams();
  useTranslation('card');
  return (
    <Loaded query={useCase(caseId)}>
      {(data) => {
        const card = data.involvements.find((one) => one.id === data.myInvolvementId);
        return card && may(data, 'edit-card') ? <CardForm key={card.id} data={data} card={card} /> : <NotForYou />;
      }}
    </Loaded>
  );
}
