import type { Notification, Task } from '@/api/types';
import { since, uuid } from '@/test/fake/fake-data';

const NEWS = ['user.mentioned', 'task.assigned', 'comment.created', 'task.completed', 'task.reopened'] as const;

export const buildNotifications = (tasks: readonly Task[]): Notification[] =>
  [16, 17, 16, 18, 19, 16, 50].flatMap((at, index) => {
    const task = tasks[at];
    if (!task) return [];
    return {
      id: uuid(7, index + 1),
      type: NEWS[index % NEWS.length] ?? 'task.assigned',
      subject: { kind: 'task', id: task.id, key: task.key, title: task.title },
      projectId: task.projectId,
      commentId: null,
      actorId: uuid(1, (index % 5) + 2),
      at: new Date(Date.now() - (index + 1) * 47 * 60_000).toISOString(),
      readAt: index < 4 ? null : since,
    };
  });
