import { useId, useState } from 'react';
import type { DeadLetter } from '@/api/operations-types';
import { eventName, moment } from '@/features/operations/age';
import { LetterDetails } from '@/features/operations/letter-details';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';

type Props = { letter: DeadLetter; isBusy: boolean; onReplay: () => void; onDiscard: () => void };

export function LetterRow({ letter, isBusy, onReplay, onDiscard }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <div className="letter-line">
        <span>
          <b>{eventName(letter.type)}</b>
          <small>
            <code>{letter.partitionKey}</code> · {moment(letter.diedAt)} ·{' '}
            {t('operations.attempts', { count: letter.attempts })}
          </small>
        </span>
        <Button
          variant="ghost"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={t('operations.inspectOf', { key: letter.partitionKey })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('operations.inspect')}
        </Button>
        <Button disabled={isBusy} onClick={onReplay}>
          {t('operations.replay')}
        </Button>
        <Button variant="ghost" disabled={isBusy} onClick={onDiscard}>
          {t('operations.discard')}
        </Button>
      </div>
      {isOpen && (
        <section id={id} aria-label={t('operations.details', { type: eventName(letter.type) })}>
          <LetterDetails id={letter.id} />
        </section>
      )}
    </li>
  );
}
