import type { Notification } from '@/api/types';

/** All that happened to one task (or project), newest first. */
export type NotificationGroup = {
  id: string;
  subject: Notification['subject'];
  newest: Notification;
  items: Notification[];
  unread: Notification[];
};

/** One entry for each subject, in the order of its newest news. */
export function bySubject(items: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, Notification[]>();
  for (const item of items) {
    const known = groups.get(item.subject.id);
    if (known) known.push(item);
    else groups.set(item.subject.id, [item]);
  }
  return [...groups].flatMap(([id, own]) => {
    const [newest] = own;
    return newest
      ? [{ id, subject: newest.subject, newest, items: own, unread: own.filter((item) => item.readAt === null) }]
      : [];
  });
}
