import { ApiError } from '@/api/api-error';

/** Why the server does not take a query: at which character, in which words. */
export type QueryFault = { position: number | null; detail: string };

/** `before` is how much stood before what was written. */
export function queryFaultOf(error: unknown, before = 0): QueryFault | null {
  if (!(error instanceof ApiError) || !error.code.startsWith('query_')) return null;
  const { position } = error.problem;
  return { position: typeof position === 'number' ? Math.max(0, position - before) : null, detail: error.detail };
}
