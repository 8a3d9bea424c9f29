import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { errorsAt, reasonOf } from '@/api/reason';
import type { AuthAnswer } from '@/api/types';
import { FormMessage } from '@/features/session/form-message';
import { PasswordField } from '@/features/session/password-field';
import { signIn } from '@/features/session/sign-in';
import { useWait } from '@/features/session/use-wait';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

function explain(error: Error | null): string | null {
  if (!error) return null;
  if (!(error instanceof ApiError)) return error.message;
  if (error.code === 'totp_required' || Object.keys(error.errors).length > 0) return null;
  if (error.code === 'invalid_credentials') return t('session.wrong');
  return reasonOf(error) || t('session.failed');
}

type Props = {
  email?: string;
  /** Someone else may not take over what this person was doing. */
  isEmailFixed?: boolean;
  submitText?: string;
  forgot?: ReactNode;
  onSignedIn: (answer: AuthAnswer) => void;
};

export function SignInForm({ email: known = '', isEmailFixed = false, submitText, forgot, onSignedIn }: Props) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { run, error, isBusy } = useAction(signIn);
  const wait = useWait(error);
  const needsCode = code !== '' || (error instanceof ApiError && error.code === 'totp_required');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wait === 0) void run({ email: email.trim(), password, totpCode: code || undefined }, onSignedIn);
  };

  return (
    <form className="guest-form" onSubmit={handleSubmit}>
      <Field label={t('session.email')} errors={errorsAt(error, 'email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            required
            autoFocus={!known}
            readOnly={isEmailFixed}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={t('session.password')}
        autoComplete="current-password"
        autoFocus={Boolean(known)}
        aside={forgot}
        value={password}
        onChange={setPassword}
        errors={errorsAt(error, 'password')}
      />
      {needsCode && (
        <Field label={t('session.code')} hint={t('session.codeHint')} errors={errorsAt(error, 'totpCode')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="one-time-code"
              autoFocus
              required
              value={code}
              onChange={(event) => setCode(event.target.value.trim())}
            />
          )}
        </Field>
      )}
      <FormMessage text={explain(error)} wait={wait} />
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={wait > 0} className="guest-submit">
        {submitText ?? t('session.signIn')}
      </Button>
    </form>
  );
}
