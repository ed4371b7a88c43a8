import { usePlan, useReference, type PlanDomain } from '@/api';
import { useWords } from '@/i18n';
import { DomainBadge } from '@/ui';

/** The badge of a life domain by its code, under the family's own name for it when the plan gives one. */
export function CodeBadge({ code, names, bare, plain }: { code: string; names?: readonly PlanDomain[]; bare?: boolean; plain?: boolean }) {
  const known = useReference().data?.lifeDomains.find((domain) => domain.code === code);
  if (!known) return null;
  return <DomainBadge domain={{ ...known, name: names?.find((domain) => domain.code === code)?.name }} bare={bare} plain={plain} />;
}

/** The same on pages that show no plan: under the name that this family gave it in theirs. */
export function FamilyBadge({ caseId, code }: { caseId: string; code: string }) {
  return <CodeBadge code={code} names={usePlan(caseId).data?.lifeDomains} plain />;
}

/** The word for a life domain where no badge fits, such as a list to choose from: the family's own name when it gave one. */
export function useFamilyDomain(caseId: string): (code: string) => string {
  const word = useWords();
  const names = usePlan(caseId).data?.lifeDomains;
  return (code) => names?.find((domain) => domain.code === code)?.name || word('lifeDomains', code);
}
