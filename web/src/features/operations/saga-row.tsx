import type { Saga } from '@/api/operations-types';
import { moment } from '@/features/operations/age';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';

type Props = { saga: Saga; isBusy: boolean; onResume: () => void };

/** One workflow: why it stands still, where, and the button that lets it go on. */
export function SagaRow({ saga, isBusy, onResume }: Props) {
  return (
    <li className="letter-group">
      <div className="saga-line">
        <span>
          <b>{saga.reason ?? t('operations.sagaWithoutReason')}</b>
          <small>
            {t('operations.sagaMeta', {
              type: saga.type,
              service: saga.service,
              step: saga.step,
              time: moment(saga.updatedAt),
            })}
            {saga.status === 'compensating' && ` · ${t('operations.sagaUndoes')}`}
          </small>
          <small>
            <code>{saga.key}</code>
          </small>
        </span>
        <Button disabled={isBusy} aria-label={t('operations.resumeOf', { key: saga.key })} onClick={onResume}>
          {t('operations.resume')}
        </Button>
      </div>
    </li>
  );
}
