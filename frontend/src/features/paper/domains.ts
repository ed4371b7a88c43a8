import { useReference, type Plan } from '@/api';
import type { Domain } from '@/ui';

/** Colour, letters and the family's own name of a life domain. */
export function useSheetDomains(plan: Pick<Plan, 'lifeDomains'>): (code: string) => Domain {
  const reference = useReference().data?.lifeDomains;
  return (code) => ({ ...(reference?.find((domain) => domain.code === code) ?? { code, slot: 7, badge: code.slice(0, 2).toUpperCase() }), name: plan.lifeDomains.find((domain) => domain.code === code)?.name });
}
