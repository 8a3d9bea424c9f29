import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Member, Rate } from '@/api/types';
import { type RateDraft, useRates } from '@/features/time/rates/rate-queries';
import { t } from '@/lib/i18n';
import { moneyText, parseMoney } from '@/lib/money';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = {
  projectId: string;
  members: readonly Member[];
  title: string;
  /** What it begins with. */
  draft: Omit<RateDraft, 'amount'> & { amount: number | null };
  /** The rate that is changed; null for a new one. */
  rate: Rate | null;
  onClose: () => void;
};

const EVERYBODY = 'everybody';
const CURRENCY = /^[A-Z]{3}$/;

/** What an hour costs, of whom, from which day on. */
export function RateDialog({ projectId, members, title, draft, rate, onClose }: Props) {
  const { save } = useRates(projectId);
  const [userId, setUserId] = useState(draft.userId);
  const [currency, setCurrency] = useState(draft.currency);
  const [text, setText] = useState(draft.amount === null ? '' : moneyText(draft.amount, draft.currency));
  const [validFrom, setValidFrom] = useState(draft.validFrom);
  const [validUntil, setValidUntil] = useState(draft.validUntil);
  const amount = CURRENCY.test(currency) ? parseMoney(text, currency) : null;
  const faults = save.error instanceof ApiError ? save.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (amount === null) return;
    save.mutate({ rate, draft: { userId, amount, currency, validFrom, validUntil } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} width={440}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('rates.person')} errors={faults.userId}>
          {(control) => (
            <Select
              {...control}
              value={userId ?? EVERYBODY}
              options={[
                { value: EVERYBODY, label: t('rates.everybody') },
                ...members.map((member) => ({ value: member.userId, label: member.displayName })),
              ]}
              onChange={(value) => setUserId(value === EVERYBODY ? null : value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('rates.amount')} errors={faults.amount}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                required
                inputMode="decimal"
                placeholder="90"
                aria-invalid={(text.trim() !== '' && amount === null) || undefined}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('rates.currency')} errors={faults.currency}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={3}
                value={currency}
                onChange={(event) => setCurrency(event.target.value.toUpperCase())}
              />
            )}
          </Field>
        </div>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('rates.from')} errors={faults.validFrom}>
            {({ id }) => (
              <span className="date-setting">
                <DateField
                  id={id}
                  label={t('rates.from')}
                  value={validFrom}
                  onChange={(day) => day && setValidFrom(day)}
                />
              </span>
            )}
          </Field>
          <Field label={t('rates.until')} hint={t('rates.untilHint')} errors={faults.validUntil}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('rates.until')} value={validUntil} onChange={setValidUntil} />
              </span>
            )}
          </Field>
        </div>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('rates.failed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={amount === null}>
            {t('rates.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
