import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Comment } from '@/api/types';
import { type TimelineFilter, timelineOf } from '@/app/pages/timeline';
import { CommentItem } from '@/features/comments/comment-item';
import { commentsQuery, useLiveComments } from '@/features/comments/comment-queries';
import { HistoryItem } from '@/features/history/history-item';
import { useHistory } from '@/features/history/history-queries';
import { actsOf, actText } from '@/features/history/history-words';
import { useHistoryWords } from '@/features/history/use-history-words';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

const CompareDialog = lazy(() =>
  import('@/features/history/compare-dialog').then((module) => ({ default: module.CompareDialog })),
);

const FIRST = 25;
const MORE = 50;
const FILTERS: readonly { value: TimelineFilter; text: Text }[] = [
  { value: 'all', text: 'history.all' },
  { value: 'comments', text: 'history.comments' },
  { value: 'changes', text: 'history.changes' },
];

type Props = { asOf: string | null; onLook: (at: string) => void; onReply: (comment: Comment) => void };

/** What was said and done, oldest first; the latest part of it, and more on demand. */
export function TaskActivity({ asOf, onLook, onReply }: Props) {
  const { task } = useTaskContext();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [most, setMost] = useState(FIRST);
  const [compared, setCompared] = useState<string | null>(null);
  const comments = useInfiniteQuery(commentsQuery(task.id));
  const history = useHistory(task.id);
  useLiveComments(task.id);

  const entries = useMemo(() => history.data?.pages.flatMap((page) => page.items) ?? [], [history.data]);
  const words = useHistoryWords(entries);
  const acts = useMemo(() => actsOf(entries).map((act) => ({ act, text: actText(act, words) })), [entries, words]);
  const items = useMemo(
    () =>
      timelineOf({
        comments: comments.data?.pages.flatMap((page) => page.items) ?? [],
        acts,
        filter,
        hasEarlierComments: comments.hasNextPage,
      }),
    [acts, comments.data, comments.hasNextPage, filter],
  );

  const shown = items.slice(-most);
  const hasEarlier = items.length > most || (comments.hasNextPage && filter !== 'changes');
  const handleEarlier = () => {
    setMost(most + MORE);
    if (items.length < most + MORE && comments.hasNextPage) void comments.fetchNextPage();
  };
  const error = comments.error ?? history.error;
  const isPending = comments.isPending || history.isPending;

  return (
    <section className="mt-8" aria-labelledby="activity-title">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id="activity-title" className="flex-1">
          {t('history.heading')}
        </h3>
        <fieldset aria-label={t('history.show')} className="flex gap-0.5">
          {FILTERS.map(({ value, text }) => (
            <button
              key={value}
              type="button"
              className="chip-btn"
              aria-pressed={filter === value}
              onClick={() => setFilter(value)}
            >
              {t(text)}
            </button>
          ))}
        </fieldset>
      </div>
      {error && (
        <ErrorState
          title={t(comments.error ? 'comments.loadFailed' : 'history.failed')}
          onRetry={() => void Promise.all([comments.refetch(), history.refetch()])}
        />
      )}
      {isPending && !error && <Skeleton height={90} />}
      {hasEarlier && (
        <Button variant="ghost" isBusy={comments.isFetchingNextPage} onClick={handleEarlier}>
          {t('history.earlier')}
        </Button>
      )}
      {!isPending && !error && items.length === 0 && <p className="text-ink-3">{t('history.empty')}</p>}
      <ol className="activity">
        {shown.map((item) =>
          item.kind === 'comment' ? (
            <CommentItem key={item.id} comment={item.comment} replies={item.replies} onReply={onReply} />
          ) : (
            <HistoryItem
              key={item.id}
              act={item.act}
              text={item.text}
              isShownPast={item.act.at === asOf}
              onLook={onLook}
              onCompare={setCompared}
            />
          ),
        )}
      </ol>
      {history.hasNextPage && filter !== 'comments' && !history.isFetchingNextPage && (
        <Button variant="ghost" onClick={() => void history.fetchNextPage()}>
          {t('history.newer')}
        </Button>
      )}
      {compared && (
        <Suspense>
          <CompareDialog
            acts={acts.filter(({ text }) => text !== '')}
            words={words}
            from={compared}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
