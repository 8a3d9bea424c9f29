import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { errorsAt, reasonOf } from '@/api/reason';
import type { AuthAnswer } from '@/api/types';
import { register } from '@/features/session/account-access';
import { FormMessage } from '@/features/session/form-message';
import { PasswordField } from '@/features/session/password-field';
import { useWait } from '@/features/session/use-wait';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = { email?: string; submitText?: string; onSignedUp: (answer: AuthAnswer) => void };

const isTaken = (error: Error | null) => error instanceof ApiError && error.code === 'email_taken';

function explain(error: Error | null): string | null {
  if (!error || isTaken(error) || (error instanceof ApiError && Object.keys(error.errors).length > 0)) return null;
  return reasonOf(error) || t('guest.failed');
}

export function SignUpForm({ email: known = '', submitText, onSignedUp }: Props) {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const { run, error, isBusy } = useAction(register);
  const wait = useWait(error);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wait === 0) void run({ email: email.trim(), password, displayName: displayName.trim() }, onSignedUp);
  };

  return (
    <form className="guest-form" onSubmit={handleSubmit}>
      <Field label={t('guest.name')} hint={t('guest.nameHint')} errors={errorsAt(error, 'displayName')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            autoFocus
            required
            maxLength={120}
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('session.email')} errors={isTaken(error) ? [t('guest.taken')] : errorsAt(error, 'email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={t('session.password')}
        autoComplete="new-password"
        hint={t('guest.passwordHint')}
        value={password}
        onChange={setPassword}
        errors={errorsAt(error, 'password')}
      />
      <FormMessage text={explain(error)} wait={wait} />
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={wait > 0} className="guest-submit">
        {submitText ?? t('guest.signUpDo')}
      </Button>
    </form>
  );
}
