import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { TimeSheet } from '@/api/types';
import { useSheetSteps } from '@/features/time/sheets/sheet-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = { sheet: TimeSheet; name: string; week: string; onClose: () => void };

/** A week goes back to its person with what has to be mended. */
export function SendBackDialog({ sheet, name, week, onClose }: Props) {
  const [reason, setReason] = useState('');
  const steps = useSheetSteps();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return;
    const onSuccess = () => {
      onClose();
      showToast(t('sheets.sentBack', { name }));
    };
    steps.mutate({ sheets: [sheet], step: 'reject', reason: reason.trim() }, { onSuccess });
  };
  return (
    <Dialog
      title={t('sheets.sendBackTitle', { name })}
      description={t('sheets.sendBackText', { week })}
      isOpen
      onClose={onClose}
      width={460}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('sheets.reason')} hint={t('sheets.reasonHint', { name })}>
          {(control) => (
            <Textarea
              {...control}
              autoFocus
              required
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {steps.error && (
          <p role="alert" className="text-xs text-danger">
            {t('sheets.failed', { reason: reasonOf(steps.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={steps.isPending} disabled={!reason.trim()}>
            {t('sheets.sendBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
