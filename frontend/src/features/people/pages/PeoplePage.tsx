import { CaseFrame } from '@/parts';
import { Household } from '../components/Household';
import { NextStep } from '../components/NextStep';
import '../components/people.css';
import { Professionals } from '../components/Professionals';

/** Who belongs to this plan: the household and the professionals. */
export function PeoplePage() {
  return (
    <CaseFrame>
      {(data) => (
        <div className="ep-stack ep-stack--xl people-page">
          <NextStep data={data} />
          <Household data={data} />
          <Professionals data={data} />
        </div>
      )}
    </CaseFrame>
  );
}
