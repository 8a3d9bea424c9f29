import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { errorsAt, reasonOf } from '@/api/reason';
import { useChangeEmail } from '@/features/account/account-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { showToast } from '@/ui/toast-store';

type Props = { email: string };

/** The address is the key to the account, so the password is asked for. */
export function EmailForm({ email: known }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="setting setting-line">
      <h3>{t('account.email')}</h3>
      <p className="text-ink-2">{t('account.emailText', { email: known })}</p>
      {isOpen ? (
        <Fields onClose={() => setIsOpen(false)} />
      ) : (
        <Button className="justify-self-start" onClick={() => setIsOpen(true)}>
          {t('account.emailDo')}
        </Button>
      )}
    </section>
  );
}

function Fields({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const change = useChangeEmail();
  const isWrong = change.error instanceof ApiError && change.error.code === 'invalid_credentials';
  const atEmail = errorsAt(change.error, 'email');
  const atPassword = isWrong ? [t('account.wrong')] : errorsAt(change.error, 'currentPassword');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { email: email.trim(), currentPassword: password },
      {
        onSuccess: () => {
          showToast(t('account.emailDone', { email: email.trim() }));
          onClose();
        },
      },
    );
  };
  return (
    <form className="grid max-w-80 gap-4" onSubmit={handleSubmit}>
      <Field label={t('account.emailNew')} errors={atEmail}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('account.emailConfirm')} errors={atPassword}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {change.error && !atEmail && !atPassword && (
        <p role="alert" className="text-danger">
          {reasonOf(change.error) || t('account.emailFailed')}
        </p>
      )}
      <div className="flex gap-2">
        <Button variant="primary" type="submit" isBusy={change.isPending}>
          {t('account.emailDo')}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
