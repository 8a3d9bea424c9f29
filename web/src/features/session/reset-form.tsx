import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { errorsAt, reasonOf } from '@/api/reason';
import { resetPassword } from '@/features/session/account-access';
import { FormMessage } from '@/features/session/form-message';
import { PasswordField } from '@/features/session/password-field';
import { useWait } from '@/features/session/use-wait';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';

type Props = { token: string; onDone: () => void; onStale: () => void };

export function ResetForm({ token, onDone, onStale }: Props) {
  const [password, setPassword] = useState('');
  const { run, error, isBusy } = useAction((chosen: string) =>
    resetPassword({ token, password: chosen }).catch((fault: unknown) => {
      const isStale = fault instanceof ApiError && !fault.errors.password && !fault.isTransient;
      if (isStale) onStale();
      throw fault;
    }),
  );
  const wait = useWait(error);
  const atField = errorsAt(error, 'password');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wait === 0) void run(password, onDone);
  };

  return (
    <form className="guest-form" onSubmit={handleSubmit}>
      <PasswordField
        label={t('guest.newPassword')}
        autoComplete="new-password"
        hint={t('guest.passwordHint')}
        autoFocus
        value={password}
        onChange={setPassword}
        errors={atField}
      />
      <FormMessage text={error && !atField ? reasonOf(error) || t('guest.failed') : null} wait={wait} />
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={wait > 0} className="guest-submit">
        {t('guest.resetDo')}
      </Button>
    </form>
  );
}
