import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { errorsAt, reasonOf } from '@/api/reason';
import { useChangePassword } from '@/features/account/account-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { SettingsHead } from '@/ui/settings-head';
import { showToast } from '@/ui/toast-store';

type PasswordProps = {
  label: string;
  hint?: string;
  value: string;
  autoComplete: 'current-password' | 'new-password';
  isShown: boolean;
  errors?: readonly string[];
  onChange: (value: string) => void;
};

function Password({ label, hint, errors, isShown, onChange, ...rest }: PasswordProps) {
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          type={isShown ? 'text' : 'password'}
          maxLength={256}
          required
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function SecurityForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isShown, setIsShown] = useState(false);
  const change = useChangePassword();
  const isWrong = change.error instanceof ApiError && change.error.code === 'invalid_credentials';
  const atCurrent = isWrong ? [t('account.wrong')] : errorsAt(change.error, 'currentPassword');
  const atNext = errorsAt(change.error, 'newPassword') ?? errorsAt(change.error, 'password');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { currentPassword: current, newPassword: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          showToast(t('account.passwordDone'));
        },
      },
    );
  };
  return (
    <>
      <SettingsHead title={t('account.security')} text={t('account.securityText')} />
      <form className="grid max-w-80 gap-5" onSubmit={handleSubmit}>
        {/* Password managers file the new password under this name. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Password
          label={t('account.current')}
          autoComplete="current-password"
          value={current}
          isShown={isShown}
          errors={atCurrent}
          onChange={setCurrent}
        />
        <Password
          label={t('account.new')}
          hint={t('account.newHint')}
          autoComplete="new-password"
          value={next}
          isShown={isShown}
          errors={atNext}
          onChange={setNext}
        />
        {change.error && !atCurrent && !atNext && (
          <p role="alert" className="text-danger">
            {reasonOf(change.error) || t('account.passwordFailed')}
          </p>
        )}
        <div className="flex gap-2">
          <Button variant="primary" type="submit" isBusy={change.isPending}>
            {t('account.passwordDo')}
          </Button>
          <Button variant="ghost" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
            {t(isShown ? 'session.hide' : 'session.show')}
          </Button>
        </div>
      </form>
    </>
  );
}
