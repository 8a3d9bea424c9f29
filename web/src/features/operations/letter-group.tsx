import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { DeadLetterGroup } from '@/api/operations-types';
import { count, eventName, moment } from '@/features/operations/age';
import { LetterList } from '@/features/operations/letter-list';
import type { Target } from '@/features/operations/operations-queries';
import { reasonText } from '@/features/operations/reason-text';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';

type Props = {
  group: DeadLetterGroup;
  isBusy: boolean;
  onReplay: (target: Target) => void;
  onDiscard: (target: Target, count: number) => void;
};

/** One cause: what it is, where it strikes, and what may be done about all that died of it. */
export function LetterGroup({ group, isBusy, onReplay, onDiscard }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { example, fingerprint } = group;
  const error = example.errorMessage ?? reasonText(example.reason);
  const where = [example.consumer ?? `${group.service}, ${t('operations.outgoing')}`, ...group.types.map(eventName)];
  const span =
    group.count > 1 && group.firstDiedAt !== group.lastDiedAt
      ? `${moment(group.firstDiedAt)} – ${moment(group.lastDiedAt)}`
      : moment(group.lastDiedAt);
  return (
    <li className="letter-group">
      <header>
        <button
          type="button"
          className="group-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden="true" />
          <Badge tone="danger">{count(group.count)}</Badge>
          <span className="sr-only">{` ${t('operations.lettersOf', { count: group.count })} `}</span>
          <span className="min-w-0">
            <b>{error}</b>
            <small>{reasonText(example.reason)}</small>
            <small>{t('operations.groupMeta', { where: where.join(' · '), span })}</small>
          </span>
        </button>
        <span className="group-acts">
          <Button disabled={isBusy} onClick={() => onReplay({ fingerprint })}>
            {t('operations.replayAll')}
          </Button>
          <Button variant="ghost" disabled={isBusy} onClick={() => onDiscard({ fingerprint }, group.count)}>
            {t('operations.discardAll')}
          </Button>
        </span>
      </header>
      {isOpen && (
        <div id={id}>
          <LetterList fingerprint={fingerprint} isBusy={isBusy} onReplay={onReplay} onDiscard={onDiscard} />
        </div>
      )}
    </li>
  );
}
