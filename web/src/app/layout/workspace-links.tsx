import { Link } from '@tanstack/react-router';
import { Goal } from 'lucide-react';
import { SavedViewLinks } from '@/app/layout/saved-view-links';
import { t } from '@/lib/i18n';
import '@/lib/i18n-views';

/** What belongs to the whole workspace, below its projects. */
export function WorkspaceLinks({ workspaceId }: { workspaceId: string }) {
  return (
    <>
      <Link to="/goals" className="nav-row mt-4">
        <Goal size={16} aria-hidden="true" />
        <span>{t('views.goals')}</span>
      </Link>
      <SavedViewLinks workspaceId={workspaceId} />
    </>
  );
}
