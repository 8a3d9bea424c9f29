import { reasonOf } from '@/api/reason';
import { useDiscard, useReplay } from '@/features/operations/operations-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** Replays and discards that say what they did. */
export function useActWords() {
  const replay = useReplay();
  const discard = useDiscard();
  type Replay = Parameters<typeof replay.mutate>[0];
  type Discard = Parameters<typeof discard.mutate>[0];
  const fault = discard.error ?? (replay.variables?.force ? replay.error : null);
  return {
    isBusy: replay.isPending || discard.isPending,
    /** Of what was asked for in a dialog, which stays open to show it. */
    error: fault ? reasonOf(fault) : null,
    replay: (given: Replay, done?: () => void) => {
      discard.reset();
      replay.mutate(given, {
        onSuccess: ({ replayed, tooOld, hasMore }) => {
          const words = [t('operations.replayed', { count: replayed })];
          if (tooOld > 0) words.push(t('operations.tooOld', { count: tooOld }));
          if (hasMore) words.push(t('operations.moreLeft'));
          showToast(words.join(' '));
          done?.();
        },
        onError: (problem) => {
          if (!given.force) showToast(t('operations.replayFailed', { reason: reasonOf(problem) }), { tone: 'danger' });
        },
      });
    },
    discard: (given: Discard, done?: () => void) => {
      replay.reset();
      discard.mutate(given, {
        onSuccess: ({ discarded, hasMore }) => {
          const words = t('operations.discarded', { count: discarded });
          showToast(hasMore ? `${words} ${t('operations.moreLeft')}` : words);
          done?.();
        },
      });
    },
  };
}
