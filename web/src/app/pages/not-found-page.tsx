import { Link } from '@tanstack/react-router';
import { GuestLayout } from '@/app/layout/guest-layout';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';

export function NotFoundPage() {
  return (
    <GuestLayout title={t('guest.lost')} text={t('guest.lostText')}>
      <Link to="/" className="btn btn-primary guest-submit">
        {t('guest.goHome')}
      </Link>
    </GuestLayout>
  );
}
