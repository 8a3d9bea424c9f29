import { expect, it } from 'vitest';
import type { Notification } from '@/api/types';
import { bySubject } from '@/features/notifications/notification-groups';
import { sentenceOf } from '@/features/notifications/sentence';
import '@/lib/i18n-list';

const item = (id: string, subject: string, readAt: string | null = null): Notification => ({
  id,
  type: 'task.assigned',
  subject: { kind: 'task', id: subject, key: subject, title: subject },
  projectId: 'p1',
  commentId: null,
  actorId: null,
  at: '2026-11-21T10:00:00Z',
  readAt,
});

it('gathers what happened to one task, newest first, and counts what is unread', () => {
  const groups = bySubject([item('3', 'A'), item('2', 'B', 'now'), item('1', 'A', 'now')]);
  expect(groups.map((group) => [group.id, group.items.length, group.unread.length])).toEqual([
    ['A', 2, 1],
    ['B', 1, 0],
  ]);
});

it('says each kind of news in words, also without a name and for kinds it does not know', () => {
  expect(sentenceOf('task.assigned', 'Lin Zhao')).toBe('Lin Zhao assigned this to you');
  expect(sentenceOf('user.mentioned', 'Lin Zhao')).toBe('Lin Zhao mentioned you');
  expect(sentenceOf('task.completed', undefined)).toBe('Someone completed this');
  expect(sentenceOf('release.published', 'Lin Zhao')).toBe('Lin Zhao changed this');
});
