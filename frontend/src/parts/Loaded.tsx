import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isOutOfReach } from '@/api';
import { Loading, NotForYou, Trouble } from './states';

type Query<T> = UseQueryResult<T> | UseInfiniteQueryResult<T>;

/** Shows what was read, or why it is not there. What was read before stays while a new attempt fails. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  if (isOutOfReach(query.error)) return <NotForYou />;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
