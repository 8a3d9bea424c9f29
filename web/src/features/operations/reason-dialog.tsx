import { type FormEvent, useState } from 'react';
import type { Asked } from '@/features/operations/dead-letters';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';

type Props = {
  asked: Asked;
  isBusy: boolean;
  error: string | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** For what cannot be taken back: it is done once a reason was given, which stands in the record. */
export function ReasonDialog({ asked, isBusy, error, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('');
  const isDiscard = asked.act === 'discard';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onConfirm(reason.trim());
  };
  return (
    <Dialog
      title={t(isDiscard ? 'operations.discardAllTitle' : 'operations.forceTitle', { count: asked.count })}
      description={t(isDiscard ? 'operations.discardAllText' : 'operations.forceText', { count: asked.count })}
      isOpen
      onClose={onClose}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('operations.reason')} hint={t('operations.reasonHint')}>
          {(control) => (
            <Textarea
              {...control}
              autoFocus
              required
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {error && (
          <p role="alert" className="text-danger">
            {error}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" type="submit" disabled={!reason.trim()} isBusy={isBusy}>
            {t(isDiscard ? 'operations.discard' : 'operations.force')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
