import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ServiceQueues, ServiceStatus } from '@/api/operations-types';
import { age, count } from '@/features/operations/age';
import { ConsumerList } from '@/features/operations/consumer-list';
import { type Text, t } from '@/lib/i18n';

const STATUS_TEXT: Record<ServiceStatus, Text> = {
  up: 'operations.status.up',
  starting: 'operations.status.starting',
  stopped: 'operations.status.stopped',
  down: 'operations.status.down',
};

type FigureProps = { label: Text; value: number; note?: string | null; isBad?: boolean };

function Figure({ label, value, note, isBad = false }: FigureProps) {
  return (
    <td data-label={t(label)} data-zero={value === 0 || undefined} data-bad={isBad || undefined}>
      <b>{count(value)}</b>
      {note && <small>{note}</small>}
    </td>
  );
}

const oldest = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? null : t('operations.oldest', { age: age(seconds) });

type Props = { queue: ServiceQueues & { status: ServiceStatus } };

export function QueueRow({ queue }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const ages = queue.consumers.flatMap((consumer) => consumer.oldestAgeSeconds ?? []);
  const isOut = queue.consumers.some((consumer) => consumer.outageSince);
  const { outbox, sagas } = queue;
  const name = (
    <span className="queue-name">
      <i
        className="queue-state"
        data-status={isOut && queue.status === 'up' ? 'starting' : queue.status}
        aria-hidden="true"
      />
      {queue.service}
      {queue.status !== 'up' && <small>{t(STATUS_TEXT[queue.status])}</small>}
      {queue.status === 'up' && isOut && <small>{t('operations.consumerOut')}</small>}
    </span>
  );
  if (!queue.isReachable) {
    return (
      <tbody>
        <tr>
          <th scope="row">{name}</th>
          <td colSpan={4} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="queue-toggle"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronRight size={14} aria-hidden="true" />
            {name}
          </button>
        </th>
        <Figure
          label="operations.outbox"
          value={outbox.count}
          note={oldest(outbox.oldestAgeSeconds)}
          isBad={(outbox.oldestAgeSeconds ?? 0) > 60}
        />
        <Figure
          label="operations.deliveries"
          value={queue.due + queue.waiting}
          note={oldest(ages.length > 0 ? Math.max(...ages) : null)}
          isBad={isOut}
        />
        <Figure label="operations.deadLetters" value={queue.deadLetters} isBad={queue.deadLetters > 0} />
        <Figure
          label="operations.sagas"
          value={sagas.running}
          note={sagas.stuck > 0 ? t('operations.sagasStuck', { count: sagas.stuck }) : null}
          isBad={sagas.stuck > 0}
        />
      </tr>
      {isOpen && (
        <tr>
          <td id={id} colSpan={5} className="queue-more">
            <ConsumerList queue={queue} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
