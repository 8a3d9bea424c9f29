import { useQuery } from '@tanstack/react-query';
import { CircleHelp, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { PersonMenu } from '@/app/layout/person-menu';
import { useLiveStatus } from '@/app/layout/use-live-connection';
import { openShortcuts } from '@/app/shell-state';
import { profileQuery } from '@/features/session/session-queries';
import { t } from '@/lib/i18n';
import { chooseTheme, isDark, subscribeToTheme } from '@/lib/theme';
import { Avatar } from '@/ui/avatar';
import { IconButton } from '@/ui/icon-button';
import { Tooltip } from '@/ui/tooltip';

const STATUS_TEXT = { live: 'app.live', connecting: 'app.liveConnecting', offline: 'app.liveOffline' } as const;

function LivePill() {
  const status = useLiveStatus();
  const pill = (
    <span className="live-pill" data-status={status} role="status">
      <i />
      {t(STATUS_TEXT[status])}
    </span>
  );
  return status === 'offline' ? <Tooltip text={t('app.liveOfflineHint')}>{pill}</Tooltip> : pill;
}

export function SidebarFooter() {
  const { data: user } = useQuery(profileQuery);
  const dark = useSyncExternalStore(subscribeToTheme, isDark);
  const name = user?.displayName ?? '';
  const trigger = (
    <button type="button" className="-ms-1 flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1 hover:bg-hover">
      <Avatar id={user?.id ?? ''} name={name} imageUrl={user?.avatarUrl} size={24} isDecorative />
      <span className="truncate">{name.split(' ')[0]}</span>
    </button>
  );
  return (
    <footer className="flex items-center gap-0.5">
      <PersonMenu trigger={trigger} />
      <LivePill />
      <IconButton
        label={t(dark ? 'app.light' : 'app.dark')}
        keys="mod+shift+l"
        onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      >
        {dark ? <Sun size={16} /> : <Moon size={16} />}
      </IconButton>
      <IconButton label={t('app.shortcuts')} keys="?" onClick={openShortcuts}>
        <CircleHelp size={16} />
      </IconButton>
    </footer>
  );
}
