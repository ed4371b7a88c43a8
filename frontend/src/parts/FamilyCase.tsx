import type { ReactNode } from 'react';
import { useCase, useIdentity, usePlan, type Case } from '@/api';
import { Loaded } from './Loaded';
import { NotForYou } from './states';

function OfCase({ caseId, withPlan, children }: { caseId: string; withPlan: boolean; children: (data: Case) => ReactNode }) {
  usePlan(caseId, withPlan);
  return <Loaded query={useCase(caseId)}>{children}</Loaded>;
}

/** A family has one plan: the case comes from who is signed in, not from the address. `withPlan`: the page shows the plan, which is then asked for beside the case and not after it. */
export function FamilyCase({ withPlan = false, children }: { withPlan?: boolean; children: (data: Case) => ReactNode }) {
  const { caseId } = useIdentity();
  return caseId ? <OfCase caseId={caseId} withPlan={withPlan}>{children}</OfCase> : <NotForYou />;
}
