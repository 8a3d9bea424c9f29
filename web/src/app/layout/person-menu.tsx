import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Activity, BookOpen, LogOut, Settings, UserRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { profileQuery, useSignOut } from '@/features/session/session-queries';
import { t } from '@/lib/i18n';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';

type Props = { trigger: ReactElement; align?: 'start' | 'end' };

/** What belongs to the person: their profile, their settings, the way out. */
export function PersonMenu({ trigger, align }: Props) {
  const { data: user } = useQuery(profileQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const to = (section: string) => () => void navigate({ to: '/settings/$section', params: { section } });
  return (
    <Menu trigger={trigger} align={align}>
      <MenuLabel>{user?.email}</MenuLabel>
      <MenuItem icon={<UserRound size={16} />} onSelect={to('profile')}>
        {t('app.profile')}
      </MenuItem>
      <MenuItem icon={<Settings size={16} />} keys="g s" onSelect={to('appearance')}>
        {t('app.settings')}
      </MenuItem>
      {user?.roles.includes('administrator') && (
        <MenuItem icon={<Activity size={16} />} onSelect={() => void navigate({ to: '/admin/operations' })}>
          {t('app.operations')}
        </MenuItem>
      )}
      <MenuItem icon={<BookOpen size={16} />} onSelect={() => void navigate({ to: '/docs' })}>
        {t('app.apiDocs')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<LogOut size={16} />} onSelect={() => signOut.mutate()}>
        {t('session.signOut')}
      </MenuItem>
    </Menu>
  );
}
