import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';

const isWorthRetrying = (error: unknown) => !(error instanceof ApiError) || error.isTransient;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live messages keep data fresh; this bounds how long a missed one can matter.
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
        // A server on the local network is reachable without internet, so the browser's own flag is not asked.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
