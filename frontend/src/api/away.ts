import { useQuery } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import { useSession } from './queries';
import { paths } from './paths';
import type * as T from './types';

const soon = 15_000;

/** Where the plans are when they are not here; null for everybody whose plans are here. */
export function useHost(): T.SessionNode | null {
  const session = useSession().data;
  return session?.signedIn && session.identity?.kind === 'professional' && session.node?.host ? session.node : null;
}

/** What is known here of one's own cases. */
export const useHeldCases = (enabled: boolean) =>
  useQuery({ queryKey: keys.heldCases, enabled, queryFn: ({ signal }) => api.get<T.HeldCases>(paths.heldCases, signal), staleTime: 0, refetchInterval: 4 * soon });

/** What one typed while the plans could not be reached; asked often while something waits. */
export const useUnsent = (enabled: boolean) =>
  useQuery({
    queryKey: keys.unsent,
    enabled,
    queryFn: async ({ signal }) => (await api.get<{ items: T.Unsent[] }>(paths.unsent, signal)).items,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some((entry) => entry.state === 'waiting') ? soon : 4 * soon),
  });

const kinds: [RegExp, T.UnsentKind][] = [
  [/\/involvements\//, 'card'],
  [/\/plan$/, 'plan'],
  [/\/actions/, 'action'],
  [/\/goals/, 'goal'],
  [/\/agreements/, 'agreement'],
  [/\/meetings/, 'meeting'],
  [/\/evaluations$/, 'evaluation'],
  [/\/household/, 'household'],
  [/\/agenda/, 'agenda'],
  [/\/findings\//, 'finding'],
  [/\/treatment-status$/, 'treatment'],
];

/** What a request is about, as people call it. */
export const kindOf = (path: string): T.UnsentKind => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'case';

export const keepForLater = (what: Keeping): Promise<T.Unsent> => {
  const { caseId, ...rest } = what;
  return api.post<T.Unsent>(paths.unsent, { ...rest, about: { caseId, kind: kindOf(what.path) } });
};
type Keeping = T.Keepable & { caseId: string };

export const dropUnsent = (id: string): Promise<void> => api.remove(paths.unsentOne(id));
/** Once more, on what is there now; with other words when somebody chose. */
export const sendUnsent = (id: string, body?: object): Promise<T.Unsent> => api.post<T.Unsent>(paths.unsentSend(id), body === undefined ? {} : { body });
