import { live } from '@/api/live';
import { useIsCutOff, useLiveStatus } from '@/app/layout/use-live-connection';
import { t } from '@/lib/i18n';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';

/** Says that changes by others do not arrive. What is on the screen stays usable. */
export function ConnectionBanner() {
  const isCutOff = useIsCutOff();
  const status = useLiveStatus();
  if (!isCutOff) return null;
  const retry = (
    <Button variant="ghost" isBusy={status === 'connecting'} onClick={() => live.reconnect()}>
      {t('ui.retry')}
    </Button>
  );
  return (
    <div className="mx-4 mt-2 flex-none">
      <Banner tone="warn" action={retry}>
        {t('app.cutOff')}
      </Banner>
    </div>
  );
}
