import { useMemo } from 'react';
import { useReference, type Plan } from '@/api';
import type { Domain } from '@/ui';

/** The life domains of a plan with colour, letters and the family's own name. */
export function useDomains(plan: Pick<Plan, 'lifeDomains'>): { find: (code: string) => Domain; chosen: Domain[]; offered: Domain[] } {
  const reference = useReference().data?.lifeDomains;
  return useMemo(() => {
    const all = reference ?? [];
    const find = (code: string): Domain => {
      const known = all.find((domain) => domain.code === code) ?? { code, slot: 7, badge: code.slice(0, 2).toUpperCase() };
      return { ...known, name: plan.lifeDomains.find((domain) => domain.code === code)?.name };
    };
    const chosen = plan.lifeDomains.map((domain) => find(domain.code));
    return { find, chosen, offered: chosen.length > 0 ? chosen : all };
  }, [reference, plan.lifeDomains]);
}
