import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadLetterDetails } from '@/api/operations-types';
import { moment } from '@/features/operations/age';
import { letterQuery } from '@/features/operations/operations-queries';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

function factsOf(letter: DeadLetterDetails): [Text, string | null | undefined][] {
  const error = [letter.errorType, letter.errorMessage].filter(Boolean).join(': ');
  return [
    ['operations.fact.error', error],
    ['operations.fact.firstSeen', moment(letter.firstSeenAt)],
    ['operations.fact.replays', letter.replayCount > 0 ? String(letter.replayCount) : null],
    ['operations.fact.message', letter.messageId],
    ['operations.fact.key', `${letter.partitionKey} (${letter.keyVersion})`],
    ['operations.fact.actor', letter.event?.actorId],
    ['operations.fact.change', letter.event?.changeId],
    ['operations.fact.correlation', letter.event?.correlationId],
    ['operations.fact.trace', letter.event?.traceParent],
  ];
}

function payloadText(letter: DeadLetterDetails): string {
  if (letter.payload === null) return t('operations.payloadUnreadable');
  return typeof letter.payload === 'string' ? letter.payload : JSON.stringify(letter.payload, null, 2);
}

/** Everything that was kept of an event; what it says only when somebody asks, because the answer is recorded. */
export function LetterDetails({ id }: { id: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const masked = useQuery(letterQuery(id, false));
  const whole = useQuery({ ...letterQuery(id, true), enabled: isWhole });
  const letter = whole.data ?? masked.data;
  const error = whole.error ?? masked.error;
  if (error) {
    const retry = whole.error ? whole.refetch : masked.refetch;
    return <ErrorState title={t('operations.lettersFailed')} detail={error.message} onRetry={() => void retry()} />;
  }
  if (!letter) return <Skeleton height={160} className="mt-2" />;
  return (
    <div className="letter-details">
      <dl>
        {factsOf(letter)
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="letter-payload">
        <h3>{t('operations.payload')}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
        <pre tabIndex={0}>{payloadText(letter)}</pre>
        {letter.isMasked && (
          <p>
            {t('operations.payloadHidden')}{' '}
            <Button isBusy={isWhole && whole.isFetching} onClick={() => setIsWhole(true)}>
              {t('operations.payloadShow')}
            </Button>{' '}
            {t('operations.payloadShowHint')}
          </p>
        )}
      </div>
    </div>
  );
}
