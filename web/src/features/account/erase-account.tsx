import { useState } from 'react';
import { placesOf } from '@/api/account-types';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import { useEraseAccount } from '@/features/account/account-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DangerRow } from '@/ui/danger-row';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { SettingsHead } from '@/ui/settings-head';
import { TypedConfirm } from '@/ui/typed-confirm';

type Props = { email: string; onErased: (follow: string) => void };

/** Says what goes and what stays before it asks; what must be handed over first is listed where the act was refused. */
export function EraseAccount({ email, onErased }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [password, setPassword] = useState('');
  const erase = useEraseAccount();
  const places = placesOf(erase.error);
  const isWrong = erase.error instanceof ApiError && erase.error.code === 'wrong_password';

  const handleClose = () => {
    setIsAsking(false);
    setPassword('');
    if (places.length === 0) erase.reset();
  };
  const handleConfirm = () =>
    erase.mutate(password, {
      onSuccess: onErased,
      onError: (fault) => {
        // The list stands on the page, behind the dialog.
        if (placesOf(fault).length > 0) setIsAsking(false);
        setPassword('');
      },
    });

  return (
    <>
      <SettingsHead title={t('account.erase')} text={t('account.eraseText')} />
      {places.length > 0 && (
        <section role="alert" className="grid gap-2">
          <h3>{t('account.eraseHand')}</h3>
          <p className="text-ink-2">{t('account.eraseHandText')}</p>
          <ul className="settings-list">
            {places.map((place) => (
              <li key={place.id} className="flex items-baseline justify-between gap-4 py-2">
                <span className="min-w-0 break-words">{place.name}</span>
                <span className="text-ink-2">{t(`account.place.${place.kind}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="grid list-disc gap-1.5 ps-5 text-ink-2">
        <li>{t('account.eraseGoes')}</li>
        <li>{t('account.eraseStays')}</li>
        <li>{t('account.eraseNow')}</li>
      </ul>
      <div className="danger-zone">
        <DangerRow title={email} text={t('account.eraseConfirm')}>
          <Button variant="danger" onClick={() => setIsAsking(true)}>
            {t('account.eraseDo')}
          </Button>
        </DangerRow>
      </div>
      {isAsking && (
        <TypedConfirm
          title={t('account.eraseTitle')}
          text={t('account.eraseNow')}
          word={email}
          ask={t('account.eraseAsk', { word: email })}
          action={t('account.eraseDo')}
          isBusy={erase.isPending}
          isComplete={password !== ''}
          error={erase.error && !isWrong ? reasonOf(erase.error) || t('account.eraseFailed') : null}
          onConfirm={handleConfirm}
          onClose={handleClose}
        >
          <Field label={t('account.erasePassword')} errors={isWrong ? [t('account.eraseWrong')] : undefined}>
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
        </TypedConfirm>
      )}
    </>
  );
}
