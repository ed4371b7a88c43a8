import { keepPreviousData, useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, withQuery } from './client';
import { keys } from './keys';
import { paths } from './paths';
import type * as T from './types';

/** A question of somebody else is not announced by live news: look when the page opens, and once a minute. */
const asked = { staleTime: 0, refetchInterval: 60_000 } as const;

const never = { staleTime: Infinity, gcTime: Infinity } as const;

/** Asked before anything is drawn: every page waits for who it is for. */
export const sessionQuery = { queryKey: keys.session, queryFn: ({ signal }: { signal: AbortSignal }) => api.get<T.Session>(paths.session, signal), staleTime: 60_000 };
/** While the plans cannot be reached it is asked again and again whether they can. */
const whileAway = (query: { state: { data?: T.Session } }) => (query.state.data?.signedIn && query.state.data.node?.away ? 15_000 : false);
export const useSession = () => useQuery({ ...sessionQuery, refetchInterval: whileAway });

/** Whom the guard let in: a page still drawn while the session just ended knows this person until it leaves. */
export const IdentityContext = createContext<T.Identity | null>(null);

/** Who is signed in, for pages behind the guard: there is always somebody there. */
export function useIdentity(): T.Identity {
  const { data } = useSession();
  const letIn = useContext(IdentityContext);
  if (letIn) return letIn;
  if (!data?.signedIn || !data.identity) throw new Error('a page behind the guard was shown without an identity');
  return data.identity;
}

export const useDemoAccounts = (enabled: boolean) =>
  useQuery({ queryKey: keys.demoAccounts, enabled, queryFn: async ({ signal }) => (await api.get<{ items: T.DemoAccount[] }>(paths.demoAccounts, signal)).items, ...never });

export const useReference = () => useQuery({ queryKey: keys.reference, queryFn: ({ signal }) => api.get<T.Reference>(paths.reference, signal), ...never });

/** A list in pieces: `data.pages.flatMap((page) => page.items)`, and `fetchNextPage` for more. */
function usePages<Item, More = unknown>(queryKey: readonly unknown[], path: string, limit = 50) {
  return useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<T.List<Item> & More>(withQuery(path, { after: pageParam, limit }), signal),
    getNextPageParam: (last) => last.next,
  });
}

export const useCases = () => usePages<T.CaseListItem>(keys.cases, paths.cases, 200);
const caseQuery = (caseId: string) => ({ queryKey: keys.case(caseId), queryFn: ({ signal }: { signal: AbortSignal }) => api.get<T.Case>(paths.case(caseId), signal) });
const planQuery = (caseId: string) => ({ queryKey: keys.plan(caseId), queryFn: ({ signal }: { signal: AbortSignal }) => api.get<T.Plan>(paths.plan(caseId), signal) });

export const useCase = (caseId: string, enabled = true) => useQuery({ ...caseQuery(caseId), enabled });
export const usePlan = (caseId: string, enabled = true) => useQuery({ ...planQuery(caseId), enabled });

const byId = <Item>(ids: readonly string[], results: UseQueryResult<Item>[]) => new Map(ids.map((id, at) => [id, results[at]?.data]));
/** Several cases or plans, for a list that holds references only: what is not there (yet, or any more) is undefined. */
export const useCasesOf = (ids: readonly string[]) => useQueries({ queries: ids.map(caseQuery), combine: (results) => byId(ids, results) });
export const usePlansOf = (ids: readonly string[]) => useQueries({ queries: ids.map(planQuery), combine: (results) => byId(ids, results) });

export const usePlanVersions = (caseId: string) =>
  useQuery({ queryKey: keys.planVersions(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.PlanVersionListItem>>(paths.planVersions(caseId), signal)).items });

export const usePlanVersion = (caseId: string, number: number, enabled = true) =>
  useQuery({ queryKey: keys.planVersion(caseId, number), enabled, queryFn: ({ signal }) => api.get<T.PlanVersion>(paths.planVersion(caseId, number), signal) });

export const useEvaluations = (caseId: string) =>
  useQuery({ queryKey: keys.evaluations(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.Evaluation>>(paths.evaluations(caseId), signal)).items });

export const useTimeline = (caseId: string) => usePages<T.TimelineEntry>(keys.timeline(caseId), paths.timeline(caseId));
export const useAccessLog = (caseId: string) => usePages<T.AccessEntry, T.AccessLogMore>(keys.accessLog(caseId), paths.accessLog(caseId), 200);

export const useFindings = (caseId: string) =>
  useQuery({ queryKey: keys.findings(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.Finding>>(paths.findings(caseId), signal)).items });
export const useAgenda = (caseId: string) => useQuery({ queryKey: keys.agenda(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.AgendaItem>>(paths.agenda(caseId), signal)).items });

export const usePeople = (caseId: string, enabled = true) => useQuery({ queryKey: keys.people(caseId), enabled, queryFn: async ({ signal }) => (await api.get<T.List<T.Person>>(withQuery(paths.people(caseId), { limit: 200 }), signal)).items });

export const useSnapshots = (caseId: string) => useQuery({ queryKey: keys.snapshots(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.SnapshotLine>>(paths.snapshots(caseId), signal)).items });
/** What was kept never changes. */
export const useSnapshot = (caseId: string, snapshotId: string | null) =>
  useQuery({ queryKey: keys.snapshot(caseId, snapshotId ?? ''), enabled: snapshotId !== null, queryFn: ({ signal }) => api.get<T.Snapshot>(paths.snapshot(caseId, snapshotId ?? ''), signal), staleTime: Infinity });
export const useNetworkFindings = (caseId: string, domains: readonly string[], enabled: boolean) =>
  useQuery({ queryKey: keys.networkFindings(caseId, domains), enabled, queryFn: async ({ signal }) => (await api.get<T.List<T.NetworkFinding>>(withQuery(paths.networkFindings(caseId), { domains: domains.join() }), signal)).items });
export const useColours = (caseId: string, enabled = true) => useQuery({ queryKey: keys.colours(caseId), enabled, queryFn: ({ signal }) => api.get<T.Colours>(paths.colours(caseId), signal) });
export const useCooperation = (caseId: string) => useQuery({ queryKey: keys.cooperation(caseId), queryFn: async ({ signal }) => (await api.get<T.List<T.Cooperation>>(paths.cooperation(caseId), signal)).items });

export const useInvitations = () => useQuery({ ...asked, queryKey: keys.invitations, queryFn: async ({ signal }) => (await api.get<T.List<T.Invitation>>(paths.invitations, signal)).items });
export const useHandovers = () => useQuery({ ...asked, queryKey: keys.handovers, queryFn: async ({ signal }) => (await api.get<T.List<T.Handover>>(paths.handovers, signal)).items });
export const useCoordinatorRequests = () =>
  useQuery({ ...asked, queryKey: keys.coordinatorRequests, queryFn: async ({ signal }) => (await api.get<T.List<T.CoordinatorRequest>>(paths.coordinatorRequests, signal)).items });

export const useOrganisations = () =>
  useQuery({ queryKey: keys.organisations, queryFn: async ({ signal }) => (await api.get<T.List<T.Organisation>>(withQuery(paths.organisations, { limit: 200 }), signal)).items });

export const useOrganisation = (organisationId: string) => useQuery({ queryKey: keys.organisation(organisationId), queryFn: ({ signal }) => api.get<T.Organisation>(paths.organisation(organisationId), signal) });

/** Everybody of the own organisation: an administrator looks for a name, so all pages are read. */
export const useStaff = () =>
  useQuery({
    queryKey: keys.staff,
    queryFn: async ({ signal }) => {
      const people: T.Staff[] = [];
      let after: string | null = null;
      do {
        const page: T.List<T.Staff> & { next: string | null } = await api.get(withQuery(paths.staff, { limit: 200, after }), signal);
        people.push(...page.items);
        after = page.next;
      } while (after !== null);
      return people;
    },
  });

export const useProfessionals = (search: T.ProfessionalSearch, enabled = true) =>
  useQuery({
    queryKey: keys.professionals(search.text ?? '', search.organisationId, search.limit),
    enabled,
    queryFn: async () => (await api.post<T.List<T.Professional>>(paths.professionalsSearch, search)).items,
  });

export function useUpdates() {
  return useInfiniteQuery({
    queryKey: keys.updates,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<T.Updates>(withQuery(paths.updates, { after: pageParam }), signal),
    getNextPageParam: (last) => last.next,
  });
}

export const useOrganisationSubscription = () => useQuery({ queryKey: keys.organisationSubscription, queryFn: ({ signal }) => api.get<T.OrganisationSubscription>(paths.organisationSubscription, signal) });
export const useDeliveries = () => useQuery({ queryKey: keys.deliveries, queryFn: ({ signal }) => api.get<T.Deliveries>(paths.deliveries, signal) });
export const useIndicators = (query: T.IndicatorsQuery) =>
  useQuery({ queryKey: keys.indicators(query), queryFn: ({ signal }) => api.get<T.Indicators>(withQuery(paths.indicators, query), signal), placeholderData: keepPreviousData });

export const useNode = () => useQuery({ queryKey: keys.node, queryFn: ({ signal }) => api.get<T.OwnNode>(paths.node, signal), ...asked });

/** How far the queue is changes all the time, and what was asked for is there within seconds. */
export const useQueue = () => useQuery({ queryKey: keys.queue, queryFn: ({ signal }) => api.get<T.Queue>(paths.queue, signal), staleTime: 0, refetchInterval: 10_000 });
