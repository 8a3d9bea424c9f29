import { errorFrom, unreachable } from '@/api/api-error';
import { clientId, refreshSession, session, signedInAgain } from '@/api/session';

type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

export type RequestOptions = {
  query?: Query;
  body?: unknown;
  /** The version the change was made on: sent as If-Match. */
  version?: number;
  /** Pass the same key again when a failed POST is retried by hand. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

export type Answer<T> = { data: T; changeId: string | null; location: string | null };

export function toUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

function headersFor(method: string, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Waymark-Client': 'web',
    'X-Client-Id': clientId,
  };
  const token = session.token();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  if (method === 'POST') headers['Idempotency-Key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  return headers;
}

async function attempt(method: string, url: string, options: RequestOptions): Promise<Response> {
  const { body, signal } = options;
  try {
    return await fetch(url, {
      method,
      signal,
      credentials: 'same-origin',
      headers: headersFor(method, options),
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw unreachable();
  }
}

/** Sends one request; renews the session when needed. Knows no page and no toast: it only answers or throws ApiError. */
export async function respond(method: string, path: string, given: RequestOptions = {}): Promise<Response> {
  const url = toUrl(path, given.query);
  // One key for all attempts: a replay after signing in again must not act twice.
  const options = method === 'POST' ? { ...given, idempotencyKey: given.idempotencyKey ?? crypto.randomUUID() } : given;
  const isCredentialCall = /^\/api\/(users\/(login|register)|auth\/(refresh|logout|password))/.test(path);

  let response = await attempt(method, url, options);
  if (response.status === 401 && !isCredentialCall) {
    const renewed = await refreshSession();
    if (!renewed && session.state() === 'expired') await signedInAgain();
    if (session.state() === 'signed_in') response = await attempt(method, url, options);
  }
  if (!response.ok) throw await errorFrom(response);
  return response;
}

/** The same, with the answer read as JSON. */
export async function send<T>(method: string, path: string, given?: RequestOptions): Promise<Answer<T>> {
  const response = await respond(method, path, given);
  const isEmpty = response.status === 204 || response.headers.get('Content-Length') === '0';
  return {
    data: (isEmpty ? undefined : await response.json()) as T,
    changeId: response.headers.get('X-Change-Id'),
    location: response.headers.get('Location'),
  };
}

const dataOf =
  (method: string) =>
  async <T>(path: string, options?: RequestOptions): Promise<T> =>
    (await send<T>(method, path, options)).data;

export const api = {
  get: dataOf('GET'),
  post: dataOf('POST'),
  put: dataOf('PUT'),
  patch: dataOf('PATCH'),
  delete: dataOf('DELETE'),
};
