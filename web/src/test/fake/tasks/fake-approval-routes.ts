import type { Approval } from '@/api/types';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { find, write } from '@/test/fake/tasks/fake-task-routes';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const now = () => new Date().toISOString();

/** A request that stands open; name only what the test is about. */
export function addApproval(state: FakeState, taskId: string, given: Partial<Approval> = {}): Approval {
  const needs = state.states.find((column) => column.key === (given.status ?? 'done'))?.approval;
  const approval: Approval = {
    id: crypto.randomUUID(),
    taskId,
    status: 'done',
    state: 'pending',
    note: '',
    requestedBy: state.users[0]?.id ?? '',
    requestedAt: now(),
    approverIds: needs?.approverIds ?? [],
    needed: needs?.needed ?? 1,
    answers: [],
    decidedAt: null,
    version: 1,
    ...given,
  };
  state.approvals.unshift(approval);
  return approval;
}

function ask({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, params[0]);
  if (!task) return problem(404, 'task_not_found');
  const approval = addApproval(state, task.id, { status: text(body.status), note: text(body.note) });
  return { status: 201, body: approval };
}

function answer({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, params[0]);
  const approval = state.approvals.find((candidate) => candidate.id === params[1]);
  if (!task || !approval) return problem(404, 'approval_not_found');
  const isApproval = params[2] === 'approve';
  approval.answers.push({ userId: state.users[0]?.id ?? '', isApproval, note: text(body.note), at: now() });
  const given = approval.answers.filter((one) => one.isApproval).length;
  if (!isApproval) approval.state = 'rejected';
  else if (given >= approval.needed) {
    approval.state = 'approved';
    write(state, task, { status: approval.status });
  }
  return { body: approval };
}

export const approvalRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/tasks\/([^/]+)\/approvals$/,
    ({ params }, state) => page(state.approvals.filter((approval) => approval.taskId === find(state, params[0])?.id)),
  ],
  ['POST', /^\/api\/tasks\/([^/]+)\/approvals$/, ask],
  ['POST', /^\/api\/tasks\/([^/]+)\/approvals\/([^/]+)\/(approve|reject)$/, answer],
  [
    'POST',
    /^\/api\/tasks\/[^/]+\/approvals\/([^/]+)\/delegate$/,
    ({ params, body }, state) => {
      const approval = state.approvals.find((candidate) => candidate.id === params[0]);
      if (!approval) return problem(404, 'approval_not_found');
      const me = state.users[0]?.id;
      approval.approverIds = approval.approverIds.map((id) => (id === me ? text(body.userId) : id));
      return { body: approval };
    },
  ],
  [
    'DELETE',
    /^\/api\/tasks\/[^/]+\/approvals\/([^/]+)\/answer$/,
    ({ params }, state) => {
      const approval = state.approvals.find((candidate) => candidate.id === params[0]);
      if (approval) approval.answers = approval.answers.filter(({ userId }) => userId !== state.users[0]?.id);
      return {};
    },
  ],
  [
    'DELETE',
    /^\/api\/tasks\/[^/]+\/approvals\/([^/]+)$/,
    ({ params }, state) => {
      state.approvals = state.approvals.filter((approval) => approval.id !== params[0]);
      return {};
    },
  ],
];
