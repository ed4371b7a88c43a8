import { usePlan, type Case } from '@/api';
import { CaseFrame, Loaded } from '@/parts';
import { Agreements } from '../components/Agreements';
import '../case-plan.css';

function Content({ data }: { data: Case }) {
  return <Loaded query={usePlan(data.id)}>{(plan) => <Agreements data={data} plan={plan} />}</Loaded>;
}

export function AgreementsPage() {
  return <CaseFrame>{(data) => <Content data={data} />}</CaseFrame>;
}
