import { useColours, useReference, type Case, type Plan } from '@/api';
import { seesPeople } from '@/parts';
import type { Domain } from '@/ui';

/** Colour, letters and the family's own name of a life domain. Colours stand with the people around the family; who may not see those prints the usual ones. */
export function useSheetDomains(data: Case, plan: Pick<Plan, 'lifeDomains'>): (code: string) => Domain {
  const reference = useReference().data?.lifeDomains;
  const colours = useColours(data.id, seesPeople(data)).data?.domains;
  return (code) => ({
    ...(reference?.find((domain) => domain.code === code) ?? { code, slot: 7, badge: code.slice(0, 2).toUpperCase() }),
    name: plan.lifeDomains.find((domain) => domain.code === code)?.name,
    colour: colours?.find(({ domain }) => domain === code)?.now,
  });
}
