import type { ReactNode } from 'react';
import { useCase, useIdentity, type Case } from '@/api';
import { Loaded } from './Loaded';
import { NotForYou } from './states';

function OfCase({ caseId, children }: { caseId: string; children: (data: Case) => ReactNode }) {
  return <Loaded query={useCase(caseId)}>{children}</Loaded>;
}

/** A family has one plan: the case comes from who is signed in, not from the address. */
export function FamilyCase({ children }: { children: (data: Case) => ReactNode }) {
  const { caseId } = useIdentity();
  return caseId ? <OfCase caseId={caseId}>{children}</OfCase> : <NotForYou />;
}
