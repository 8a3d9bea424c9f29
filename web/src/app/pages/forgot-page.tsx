import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { GuestLayout } from '@/app/layout/guest-layout';
import { ForgotForm } from '@/features/session/forgot-form';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';
import { Button } from '@/ui/button';

export function ForgotPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const footer = (
    <Link to="/sign-in" className="link">
      {t('guest.back')}
    </Link>
  );
  if (sentTo) {
    return (
      <GuestLayout title={t('guest.sent')} text={t('guest.sentText', { email: sentTo })} footer={footer}>
        <Button className="guest-submit" onClick={() => setSentTo(null)}>
          {t('guest.sentAgain')}
        </Button>
      </GuestLayout>
    );
  }
  return (
    <GuestLayout title={t('guest.forgot')} text={t('guest.forgotText')} footer={footer}>
      <ForgotForm onSent={setSentTo} />
    </GuestLayout>
  );
}
