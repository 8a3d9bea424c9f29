import { ApiError } from '@/api/api-error';

/** Why the server does not take a query: at which character, in which words. */
export type QueryFault = { position: number | null; detail: string };

export function queryFaultOf(error: unknown): QueryFault | null {
  if (!(error instanceof ApiError) || !error.code.startsWith('query_')) return null;
  const { position } = error.problem;
  return { position: typeof position === 'number' ? position : null, detail: error.detail };
}
