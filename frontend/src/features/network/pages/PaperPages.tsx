import { useParams } from 'react-router';
import { useCase } from '@/api';
import { FamilyCase, Loaded, NotForYou, seesPeople } from '@/parts';
import { pages } from '@/routing';
import { PrintPeople } from '../components/PrintPeople';

export function OurPeoplePaperPage() {
  return <FamilyCase>{(data) => <PrintPeople data={data} back={pages.ourPeople} />}</FamilyCase>;
}

export function PeoplePaperPage() {
  const { caseId = '' } = useParams();
  return <Loaded query={useCase(caseId)}>{(data) => (seesPeople(data) ? <PrintPeople data={data} back={pages.people(data.id)} /> : <NotForYou />)}</Loaded>;
}
