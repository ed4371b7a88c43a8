import { QueryClient } from '@tanstack/react-query';
import { isApiError } from '@/api';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // An answer is an answer: only a missing one is asked for again.
        retry: (count, error) => count < 2 && isApiError(error, 'network', 'unavailable', 'server'),
      },
      mutations: { retry: false },
    },
  });
}
