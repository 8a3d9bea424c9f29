import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CheckCheck, MailOpen } from 'lucide-react';
import { TimerSlot } from '@/app/layout/timer-slot';
import { TaskBeside } from '@/app/pages/task-beside';
import { InboxList } from '@/features/notifications/inbox-list';
import type { NotificationGroup } from '@/features/notifications/notification-groups';
import { useMarkNotifications } from '@/features/notifications/notification-queries';
import { unreadQuery } from '@/features/notifications/unread-query';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { useShortcuts } from '@/lib/shortcuts';
import { Button } from '@/ui/button';

export function InboxPage() {
  const { task: openKey, show } = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const { data: unread = 0 } = useQuery(unreadQuery);
  const { markAll } = useMarkNotifications();
  const isUnreadOnly = show === 'unread';

  const handleClose = () => void navigate({ search: (last) => ({ ...last, task: undefined }) });
  const handleOpen = ({ kind, key }: NotificationGroup['subject']) => {
    if (!key) return;
    if (kind === 'project') void navigate({ to: '/p/$key/board', params: { key } });
    else void navigate({ search: (last) => ({ ...last, task: key }), resetScroll: false });
  };
  useShortcuts({ escape: handleClose }, openKey !== undefined);

  return (
    <>
      <header className="topbar">
        <h1 className="text-[0.9375rem]">{t('app.inbox')}</h1>
        <nav className="ms-2 flex gap-1" aria-label={t('inbox.show')}>
          <Link
            className="tab"
            to="/inbox"
            search={{ task: openKey }}
            activeOptions={{ exact: true }}
            aria-current={isUnreadOnly ? undefined : 'page'}
          >
            {t('inbox.all')}
          </Link>
          <Link
            className="tab"
            to="/inbox"
            search={{ task: openKey, show: 'unread' }}
            aria-current={isUnreadOnly ? 'page' : undefined}
          >
            {t('inbox.unread')}
            {unread > 0 && <span className="text-ink-3 tabular-nums">{unread}</span>}
          </Link>
        </nav>
        <span className="flex-1" />
        {unread > 0 && (
          <Button variant="ghost" isBusy={markAll.isPending} onClick={() => markAll.mutate()}>
            <CheckCheck className="phone:hidden" size={18} aria-hidden="true" />
            <span className="max-phone:sr-only">{t('inbox.markAllRead')}</span>
          </Button>
        )}
        <TimerSlot />
      </header>
      <div className="inbox" data-reading={openKey !== undefined}>
        <div className="inbox-pane">
          <InboxList isUnreadOnly={isUnreadOnly} openKey={openKey} onOpen={handleOpen} />
        </div>
        <div className="reading-pane">
          {openKey ? (
            <TaskBeside taskKey={openKey} onClose={handleClose} />
          ) : (
            <p className="reading-none">
              <MailOpen size={28} strokeWidth={1.5} aria-hidden="true" />
              {t('inbox.choose')}
            </p>
          )}
        </div>
      </div>
    </>
  );
}
