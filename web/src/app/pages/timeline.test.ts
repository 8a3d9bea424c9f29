import { expect, it } from 'vitest';
import type { Comment } from '@/api/types';
import { timelineOf } from '@/app/pages/timeline';

const at = (minute: number) => `2026-02-01T10:${String(minute).padStart(2, '0')}:00Z`;
const comment = (id: string, minute: number, given: Partial<Comment> = {}): Comment => ({
  id,
  taskId: 't',
  parentId: null,
  authorId: 'u',
  body: id,
  mentionedUserIds: [],
  createdAt: at(minute),
  editedAt: null,
  deletedAt: null,
  version: 1,
  ...given,
});
const act = (id: string, minute: number, text = 'did it') => ({
  act: { changeId: id, at: at(minute), actorId: 'u', types: ['task.updated'], changes: {} },
  text,
});
const comments = [comment('reply', 4, { parentId: 'first' }), comment('second', 3), comment('first', 1)];
const ids = (items: { id: string }[]) => items.map((item) => item.id);

it('puts talk and changes into one order, replies under what they answer', () => {
  const items = timelineOf({ comments, acts: [act('a', 0), act('b', 2)], filter: 'all', hasEarlierComments: false });
  expect(ids(items)).toEqual(['a', 'first', 'b', 'second']);
  expect(items[1]).toMatchObject({ replies: [{ id: 'reply' }] });
});

it('holds changes back that lie before comments not loaded yet, and leaves silent ones out', () => {
  const acts = [act('a', 0), act('b', 2), act('c', 2, '')];
  expect(ids(timelineOf({ comments, acts, filter: 'all', hasEarlierComments: true }))).toEqual([
    'first',
    'b',
    'second',
  ]);
  expect(ids(timelineOf({ comments, acts, filter: 'changes', hasEarlierComments: true }))).toEqual(['a', 'b']);
});

it('keeps a deleted comment only where someone answered it', () => {
  const deleted = [comment('first', 1, { body: null }), comment('lone', 2, { body: null }), comments[0]].flatMap(
    (one) => one ?? [],
  );
  expect(ids(timelineOf({ comments: deleted, acts: [], filter: 'all', hasEarlierComments: false }))).toEqual(['first']);
});
