import type { ConsumerQueue, ServiceQueues } from '@/api/operations-types';
import { age, count, moment } from '@/features/operations/age';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';

function ConsumerRow({ consumer }: { consumer: ConsumerQueue }) {
  const facts = [
    consumer.oldestAgeSeconds !== null && t('operations.oldest', { age: age(consumer.oldestAgeSeconds) }),
    consumer.waiting > 0 && t('operations.waiting', { count: count(consumer.waiting) }),
  ];
  return (
    <li>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <code>{consumer.name}</code>
        {consumer.outageSince && (
          <Badge tone="danger">{t('operations.outage', { time: moment(consumer.outageSince) })}</Badge>
        )}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <b data-zero={consumer.count === 0 || undefined}>{count(consumer.count)}</b>
      {consumer.lastError && <p>{t('operations.lastError', { error: consumer.lastError })}</p>}
    </li>
  );
}

/** What waits for each consumer of a service, and who works its lanes off. */
export function ConsumerList({ queue }: { queue: ServiceQueues }) {
  const held = queue.lanes.filter((lane) => lane.owner);
  const owners = new Set(held.map((lane) => lane.owner)).size;
  return (
    <>
      {queue.consumers.length === 0 ? (
        <p className="text-ink-3">{t('operations.noConsumers')}</p>
      ) : (
        <ul className="consumers" aria-label={t('operations.consumers', { service: queue.service })}>
          {queue.consumers.map((consumer) => (
            <ConsumerRow key={consumer.name} consumer={consumer} />
          ))}
        </ul>
      )}
      <p className="mt-2 text-xs text-ink-3">
        {t('operations.lanes', { held: held.length, all: queue.lanes.length, owners })}
      </p>
    </>
  );
}
