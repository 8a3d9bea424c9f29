import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { AuthAnswer } from '@/api/types';
import { signIn } from '@/features/session/sign-in';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

function explain(error: Error | null): string | null {
  if (!error) return null;
  if (!(error instanceof ApiError)) return error.message;
  if (error.code === 'totp_required') return null;
  if (error.code === 'invalid_credentials') return t('session.wrong');
  if (error.status === 0) return t('session.unreachable');
  if (error.status === 429) return t('session.tooMany', { seconds: error.retryAfterSeconds ?? 60 });
  return error.detail || t('session.failed');
}

type Props = { email?: string; onSignedIn: (answer: AuthAnswer) => void };

export function SignInForm({ email: known = '', onSignedIn }: Props) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { run, error, isBusy } = useAction(signIn);
  const needsCode = code !== '' || (error instanceof ApiError && error.code === 'totp_required');
  const message = explain(error);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void run({ email, password, totpCode: code || undefined }, onSignedIn);
  };

  return (
    <form className="grid gap-4" onSubmit={handleSubmit}>
      <Field label={t('session.email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            required
            autoFocus={!known}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('session.password')}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            required
            autoFocus={Boolean(known)}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {needsCode && (
        <Field label={t('session.code')} hint={t('session.codeHint')}>
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
      {message && (
        <p role="alert" className="text-danger">
          {message}
        </p>
      )}
      <Button variant="primary" type="submit" isBusy={isBusy} className="!min-h-[36px]">
        {t('session.signIn')}
      </Button>
    </form>
  );
}
