/** A problem+json answer, or a request that never reached the server (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: Record<string, string[]> = {},
    readonly traceId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
    /** The whole document, for members that only some problems have. */
    readonly problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || code);
    this.name = 'ApiError';
  }

  /** True when sending the same request again may succeed. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function fieldErrors(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, messages]) => [field, Array.isArray(messages) ? messages.map(String) : []]),
  );
}

export async function errorFrom(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = isRecord(body) ? body : {};
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiError(
    response.status,
    text(problem.code) || `http_${response.status}`,
    text(problem.detail) || text(problem.title),
    fieldErrors(problem.errors),
    text(problem.traceId) || response.headers.get('X-Correlation-Id'),
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    problem,
  );
}

export const unreachable = (): ApiError => new ApiError(0, 'unreachable', '');
