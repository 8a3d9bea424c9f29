import type { Comment } from '@/api/types';
import type { HistoryAct } from '@/features/history/history-words';

export type TimelineItem =
  | { kind: 'comment'; at: string; id: string; comment: Comment; replies: Comment[] }
  | { kind: 'act'; at: string; id: string; act: HistoryAct; text: string };

export type TimelineFilter = 'all' | 'comments' | 'changes';

type Given = {
  comments: readonly Comment[];
  acts: readonly { act: HistoryAct; text: string }[];
  filter: TimelineFilter;
  /** Earlier comments are not loaded: changes before the oldest one loaded would stand at a wrong place. */
  hasEarlierComments: boolean;
};

/** Comments with their replies, and changes, oldest first. */
export function timelineOf({ comments, acts, filter, hasEarlierComments }: Given): TimelineItem[] {
  const oldestFirst = [...comments].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const known = new Set(oldestFirst.map((comment) => comment.id));
  const repliesOf = (id: string) => oldestFirst.filter((comment) => comment.parentId === id);
  // A reply whose beginning is not loaded yet stands by itself until it is.
  const roots = oldestFirst.filter((comment) => comment.parentId === null || !known.has(comment.parentId));
  const talk: TimelineItem[] = roots
    .map((comment) => ({
      kind: 'comment' as const,
      at: comment.createdAt,
      id: comment.id,
      comment,
      replies: repliesOf(comment.id),
    }))
    .filter(({ comment, replies }) => comment.body !== null || replies.length > 0);
  const since = hasEarlierComments && filter === 'all' ? (oldestFirst[0]?.createdAt ?? '') : '';
  const changes: TimelineItem[] = acts
    .filter(({ act, text }) => text !== '' && act.at >= since)
    .map(({ act, text }) => ({ kind: 'act', at: act.at, id: act.changeId, act, text }));
  if (filter === 'comments') return talk;
  if (filter === 'changes') return changes;
  return [...talk, ...changes].sort((a, b) => a.at.localeCompare(b.at));
}
