import { useQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import { LetterGroup } from '@/features/operations/letter-group';
import { groupsQuery, type Target } from '@/features/operations/operations-queries';
import { ReasonDialog } from '@/features/operations/reason-dialog';
import { useActWords } from '@/features/operations/use-act-words';
import { t } from '@/lib/i18n';
import { Banner } from '@/ui/banner';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

/** What is being asked before it is done: a discard, or a replay that might double an effect. */
export type Asked = { act: 'discard' | 'force'; target: Target; count: number };

/** What was given up, by its causes. */
export function DeadLetters() {
  const { data, error, refetch } = useQuery(groupsQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const acts = useActWords();
  if (error && !data) {
    return (
      <ErrorState
        title={t('operations.lettersFailed')}
        detail={error.message}
        traceId={error instanceof ApiError ? error.traceId : null}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={160} />;

  const handleReplay = (target: Target) => {
    if ('letter' in target && target.letter.needsForce) setAsked({ act: 'force', target, count: 1 });
    else acts.replay({ target });
  };
  const handleConfirm = (reason: string) => {
    if (!asked) return;
    const done = () => setAsked(null);
    if (asked.act === 'discard') acts.discard({ target: asked.target, reason }, done);
    else acts.replay({ target: asked.target, force: true, reason }, done);
  };
  return (
    <>
      {data.unreachable.length > 0 && (
        <Banner tone="warn">{t('operations.outOfReach', { services: data.unreachable.join(', ') })}</Banner>
      )}
      {data.items.length === 0 && data.unreachable.length === 0 && (
        <EmptyState icon={<MailCheck size={22} />} title={t('operations.calm')} text={t('operations.calmText')} />
      )}
      <ul className="letter-groups">
        {data.items.map((group) => (
          <LetterGroup
            key={`${group.service}/${group.fingerprint}`}
            group={group}
            isBusy={acts.isBusy}
            onReplay={handleReplay}
            onDiscard={(target, count) => setAsked({ act: 'discard', target, count })}
          />
        ))}
      </ul>
      {asked && (
        <ReasonDialog
          asked={asked}
          isBusy={acts.isBusy}
          error={acts.error}
          onConfirm={handleConfirm}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
