import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { GuestLayout } from '@/app/layout/guest-layout';
import { ResetForm } from '@/features/session/reset-form';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';

export function ResetPage() {
  const { token } = useParams({ from: '/reset/$token' });
  const [state, setState] = useState<'asking' | 'done' | 'stale'>('asking');
  const back = (
    <Link to="/sign-in" className="link">
      {t('guest.back')}
    </Link>
  );
  if (state === 'done') {
    return (
      <GuestLayout title={t('guest.resetDone')} text={t('guest.resetDoneText')}>
        <Link to="/sign-in" className="btn btn-primary guest-submit">
          {t('session.signIn')}
        </Link>
      </GuestLayout>
    );
  }
  if (state === 'stale') {
    return (
      <GuestLayout title={t('guest.resetOld')} text={t('guest.resetOldText')} footer={back}>
        <Link to="/forgot" className="btn btn-primary guest-submit">
          {t('guest.resetNew')}
        </Link>
      </GuestLayout>
    );
  }
  return (
    <GuestLayout title={t('guest.reset')} text={t('guest.resetText')} footer={back}>
      <ResetForm token={token} onDone={() => setState('done')} onStale={() => setState('stale')} />
    </GuestLayout>
  );
}
