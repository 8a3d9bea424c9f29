import { Link, useRouterState } from '@tanstack/react-router';
import { Columns3, Inbox, ListChecks, Plus, Search } from 'lucide-react';
import { openCreateTask, openPalette } from '@/app/shell-state';
import { t } from '@/lib/i18n';

/** The phone's way around. */
export function BottomBar() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="bottom-bar" aria-label={t('app.main')}>
      <Link to="/inbox" className="bottom-item">
        <Inbox size={20} aria-hidden="true" />
        {t('app.inbox')}
      </Link>
      <Link to="/my" className="bottom-item">
        <ListChecks size={20} aria-hidden="true" />
        {t('app.my')}
      </Link>
      <button type="button" className="bottom-new" aria-label={t('app.newTask')} onClick={openCreateTask}>
        <Plus size={20} />
      </button>
      <Link to="/projects" className="bottom-item" data-active={path.startsWith('/p')}>
        <Columns3 size={20} aria-hidden="true" />
        {t('app.boards')}
      </Link>
      <button type="button" className="bottom-item" onClick={openPalette}>
        <Search size={20} aria-hidden="true" />
        {t('app.search')}
      </button>
    </nav>
  );
}
