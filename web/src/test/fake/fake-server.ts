import type { Task } from '@/api/types';
import { otherRoutes } from '@/test/fake/fake-routes';
import { type FakeState, freshState } from '@/test/fake/fake-state';
import { accountRoutes } from '@/test/fake/people/fake-account-routes';
import { notificationRoutes } from '@/test/fake/people/fake-notification-routes';
import { operationsRoutes } from '@/test/fake/people/fake-operations-routes';
import { cycleRoutes } from '@/test/fake/projects/fake-cycle-routes';
import { goalRoutes } from '@/test/fake/projects/fake-goal-routes';
import { planningRoutes } from '@/test/fake/projects/fake-planning-routes';
import { projectRoutes } from '@/test/fake/projects/fake-project-routes';
import { projectTemplateRoutes } from '@/test/fake/projects/fake-project-template-routes';
import { scheduleRoutes } from '@/test/fake/projects/fake-schedule-routes';
import { timeRoutes } from '@/test/fake/projects/fake-time-routes';
import { approvalRoutes } from '@/test/fake/tasks/fake-approval-routes';
import { bulkRoutes } from '@/test/fake/tasks/fake-bulk-routes';
import { linkRoutes } from '@/test/fake/tasks/fake-link-routes';
import { rollUpRoutes } from '@/test/fake/tasks/fake-roll-up-routes';
import { talkRoutes } from '@/test/fake/tasks/fake-talk-routes';
import { taskRoutes } from '@/test/fake/tasks/fake-task-routes';
import { templateRoutes } from '@/test/fake/tasks/fake-template-routes';

import { viewRoutes } from '@/test/fake/tasks/fake-view-routes';

export type FakeRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  params: string[];
  body: Record<string, unknown>;
  headers: Headers;
};
export type FakeAnswer = { status?: number; body?: unknown; headers?: Record<string, string> };
export type FakeRoute = [method: string, path: RegExp, answer: (request: FakeRequest, state: FakeState) => FakeAnswer];

export const problem = (status: number, code: string, detail = code): FakeAnswer => ({
  status,
  body: { status, code, title: code, detail, traceId: 'fake-trace' },
});

export const page = (items: readonly unknown[]): FakeAnswer => ({ body: { items, nextCursor: null } });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isPublic =
  /^\/api\/(users\/(login|register|account\/erasure)|auth\/(refresh|logout|password)|(workspace-)?invitations)/;

export class FakeServer {
  state: FakeState = freshState();
  /** Every request, so that a test can ask what was sent. */
  readonly requests: FakeRequest[] = [];
  private readonly routes: FakeRoute[] = [
    ...approvalRoutes,
    ...templateRoutes,
    ...projectTemplateRoutes,
    ...linkRoutes,
    ...cycleRoutes,
    ...rollUpRoutes,
    ...goalRoutes,
    ...scheduleRoutes,
    ...viewRoutes,
    ...bulkRoutes,
    ...taskRoutes,
    ...talkRoutes,
    ...otherRoutes,
    ...accountRoutes,
    ...projectRoutes,
    ...timeRoutes,
    ...planningRoutes,
    ...notificationRoutes,
    ...operationsRoutes,
  ];
  private readonly overrides: FakeRoute[] = [];

  constructor(private readonly delayMs = 0) {}

  /** Answers first; for faults and special cases of one test. */
  override(...route: FakeRoute) {
    this.overrides.unshift(route);
  }

  task(key: string): Task {
    const task = this.state.tasks.find((candidate) => candidate.key === key);
    if (!task) throw new Error(`The fake has no task ${key}.`);
    return task;
  }

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : String(input), 'http://localhost');
    const method = init.method ?? 'GET';
    const path = url.pathname.replace('/api/v1/', '/api/');
    const parsed: unknown = typeof init.body === 'string' && init.body ? JSON.parse(init.body) : {};
    const headers = new Headers(init.headers);
    const request = {
      method,
      path,
      query: url.searchParams,
      params: [],
      body: isRecord(parsed) ? parsed : {},
      headers,
    };
    this.requests.push(request);
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));

    const mayPass = this.state.isSignedIn || isPublic.test(path);
    for (const [verb, pattern, answer] of [...this.overrides, ...(mayPass ? this.routes : [])]) {
      const match = verb === method ? pattern.exec(path) : null;
      if (!match) continue;
      return this.respond(answer({ ...request, params: match.slice(1) }, this.state));
    }
    if (!mayPass) return this.respond(problem(401, 'unauthenticated'));
    return this.respond(problem(404, 'not_found', `The fake does not know ${method} ${path}.`));
  };

  private respond({ status = 200, body, headers }: FakeAnswer): Response {
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    const text = body === undefined ? null : JSON.stringify(body);
    return new Response(text, {
      status: body === undefined ? 204 : status,
      headers: { 'Content-Type': type, ...headers },
    });
  }
}
