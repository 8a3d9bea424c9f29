import { useInfiniteQuery } from '@tanstack/react-query';
import { LetterRow } from '@/features/operations/letter-row';
import { lettersQuery, type Target } from '@/features/operations/operations-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

type Props = {
  fingerprint: string;
  isBusy: boolean;
  onReplay: (target: Target) => void;
  onDiscard: (target: Target, count: number) => void;
};

/** The letters of one cause, the latest first. */
export function LetterList({ fingerprint, isBusy, onReplay, onDiscard }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    lettersQuery(fingerprint),
  );
  if (error && !data) {
    return <ErrorState title={t('operations.lettersFailed')} detail={error.message} onRetry={() => void refetch()} />;
  }
  if (!data) return <Skeleton height={44} className="mt-2" />;
  return (
    <>
      <ul className="letters" aria-label={t('operations.letters')}>
        {data.pages
          .flatMap((page) => page.items)
          .map((letter) => (
            <LetterRow
              key={letter.id}
              letter={letter}
              isBusy={isBusy}
              onReplay={() => onReplay({ letter })}
              onDiscard={() => onDiscard({ letter }, 1)}
            />
          ))}
      </ul>
      {hasNextPage && (
        <Button variant="ghost" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('operations.more')}
        </Button>
      )}
    </>
  );
}
