import { type FormEvent, useState } from 'react';
import { errorsAt, reasonOf } from '@/api/reason';
import { requestReset } from '@/features/session/account-access';
import { FormMessage } from '@/features/session/form-message';
import { useWait } from '@/features/session/use-wait';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = { onSent: (email: string) => void };

export function ForgotForm({ onSent }: Props) {
  const [email, setEmail] = useState('');
  const { run, error, isBusy } = useAction(requestReset);
  const wait = useWait(error);
  const atField = errorsAt(error, 'email');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wait === 0) void run(email.trim(), () => onSent(email.trim()));
  };

  return (
    <form className="guest-form" onSubmit={handleSubmit}>
      <Field label={t('session.email')} errors={atField}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <FormMessage text={error && !atField ? reasonOf(error) || t('guest.failed') : null} wait={wait} />
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={wait > 0} className="guest-submit">
        {t('guest.forgotDo')}
      </Button>
    </form>
  );
}
