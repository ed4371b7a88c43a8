import { CaseFrame } from '@/parts';
import { Changes } from '../components/Changes';
import '../case-plan.css';

export function ChangesPage() {
  return <CaseFrame>{(data) => <Changes data={data} />}</CaseFrame>;
}
