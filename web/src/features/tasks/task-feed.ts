import type { Task } from '@/api/types';

/** What happened to a task, whoever did it: this tab's own forms or another browser. Boards and lists follow it. */
export type TaskNews = { kind: 'saved'; task: Task } | { kind: 'removed'; id: string } | { kind: 'unknown' };

type Listener = (news: TaskNews) => void;

const listeners = new Set<Listener>();
const held = new Map<string, TaskNews | null>();
const idOf = (news: TaskNews) => (news.kind === 'saved' ? news.task.id : news.kind === 'removed' ? news.id : null);

export const taskFeed = {
  publish(news: TaskNews) {
    const id = idOf(news);
    if (id !== null && held.has(id)) {
      held.set(id, news);
      return;
    }
    for (const listener of listeners) listener(news);
  },
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  /** Keeps news of a task back while it is dragged or edited, so that it does not move under the hand. */
  hold(id: string) {
    held.set(id, null);
    return () => {
      const news = held.get(id);
      held.delete(id);
      if (news) taskFeed.publish(news);
    };
  },
};
