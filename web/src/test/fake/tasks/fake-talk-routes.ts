import type { Comment } from '@/api/types';
import { type FakeAnswer, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

const MENTION = /@\[[^[\]\n]+\]\(user:([0-9a-f-]{36})\)/g;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const mentionsIn = (body: string) => [...new Set([...body.matchAll(MENTION)].map((match) => match[1] ?? ''))];

function visible(state: FakeState, id: string | undefined): Comment | undefined {
  return state.comments.find((comment) => comment.id === id && comment.deletedAt === null);
}

function recount(state: FakeState, taskId: string) {
  const task = state.tasks.find((candidate) => candidate.id === taskId);
  const comments = state.comments.filter((comment) => comment.taskId === taskId && comment.deletedAt === null);
  if (task) task.commentCount = comments.length;
}

function add(state: FakeState, taskId: string, body: Record<string, unknown>): FakeAnswer {
  const words = text(body.body);
  if (!words) return problem(400, 'invalid', 'A comment needs a text.');
  const comment: Comment = {
    id: crypto.randomUUID(),
    taskId,
    parentId: text(body.parentId) || null,
    authorId: state.users[0]?.id ?? '',
    body: words,
    mentionedUserIds: mentionsIn(words),
    createdAt: new Date().toISOString(),
    editedAt: null,
    deletedAt: null,
    version: 1,
  };
  state.comments.push(comment);
  recount(state, taskId);
  return { status: 201, body: { ...comment } };
}

/** Comments and the history of a task. */
export const talkRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/tasks\/([^/]+)\/comments$/,
    ({ params, query }, state) => {
      const all = state.comments
        .filter((comment) => comment.taskId === params[0])
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      const start = Number(query.get('cursor') ?? 0);
      const end = start + Number(query.get('limit') ?? 50);
      return { body: { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null } };
    },
  ],
  ['POST', /^\/api\/tasks\/([^/]+)\/comments$/, ({ params, body }, state) => add(state, params[0] ?? '', body)],
  [
    'PATCH',
    /^\/api\/comments\/([^/]+)$/,
    ({ params, body, headers }, state) => {
      const comment = visible(state, params[0]);
      if (!comment) return problem(404, 'comment_not_found');
      if (comment.authorId !== state.users[0]?.id) return problem(403, 'forbidden', 'Only its author may change it.');
      const match = headers.get('If-Match');
      if (match && match !== `"${comment.version}"`) return problem(412, 'stale_version');
      comment.body = text(body.body);
      comment.mentionedUserIds = mentionsIn(comment.body);
      comment.editedAt = new Date().toISOString();
      comment.version += 1;
      return { body: { ...comment } };
    },
  ],
  [
    'DELETE',
    /^\/api\/comments\/([^/]+)$/,
    ({ params }, state) => {
      const comment = visible(state, params[0]);
      if (!comment) return problem(404, 'comment_not_found');
      Object.assign(comment, { body: null, mentionedUserIds: [], deletedAt: new Date().toISOString() });
      recount(state, comment.taskId);
      return {};
    },
  ],
  [
    'GET',
    /^\/api\/tasks\/([^/]+)\/history$/,
    ({ params, query }, state) => {
      const start = Number(query.get('cursor') ?? 0);
      const end = start + Number(query.get('limit') ?? 50);
      const all = state.history.get(params[0] ?? '') ?? [];
      if (all.length === 0) return page([]);
      return { body: { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null } };
    },
  ],
];
