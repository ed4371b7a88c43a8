import type { IndicatorsQuery } from './types';

/** Query keys. Everything of one case stands under ['case', id], so one message can refresh all of it. */
export const keys = {
  session: ['session'] as const,
  demoAccounts: ['demo-accounts'] as const,
  reference: ['reference'] as const,
  cases: ['cases'] as const,
  case: (id: string) => ['case', id] as const,
  plan: (id: string) => ['case', id, 'plan'] as const,
  planVersions: (id: string) => ['case', id, 'plan-versions'] as const,
  planVersion: (id: string, number: number) => ['case', id, 'plan-versions', number] as const,
  evaluations: (id: string) => ['case', id, 'evaluations'] as const,
  timeline: (id: string) => ['case', id, 'timeline'] as const,
  accessLog: (id: string) => ['case', id, 'access-log'] as const,
  people: (id: string) => ['case', id, 'people'] as const,
  invitations: ['waiting', 'invitations'] as const,
  handovers: ['waiting', 'handovers'] as const,
  coordinatorRequests: ['waiting', 'coordinator-requests'] as const,
  waiting: ['waiting'] as const,
  organisations: ['organisations'] as const,
  organisation: (id: string) => ['organisations', id] as const,
  professionals: (text: string, organisationId?: string, limit?: number) => ['professionals', text, organisationId ?? '', limit ?? 0] as const,
  updates: ['updates'] as const,
  organisationSubscription: ['organisation-subscription'] as const,
  deliveries: ['deliveries'] as const,
  indicators: (query: IndicatorsQuery) => ['indicators', query] as const,
};
