import { CaseFrame } from '@/parts';
import { Household } from '../components/Household';
import { NextStep } from '../components/NextStep';
import '../components/team.css';
import { Professionals } from '../components/Professionals';

/** Who belongs to this plan: the household and the professionals. */
export function TeamPage() {
  return (
    <CaseFrame>
      {(data) => (
        <div className="ep-stack ep-stack--xl team-page">
          <NextStep data={data} />
          <Household data={data} />
          <Professionals data={data} />
        </div>
      )}
    </CaseFrame>
  );
}
