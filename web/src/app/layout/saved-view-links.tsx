import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListFilter } from 'lucide-react';
import { viewsQuery } from '@/features/views/view-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-views';

/** The saved views of the whole workspace; nothing where there are none. */
export function SavedViewLinks({ workspaceId }: { workspaceId: string }) {
  const { data = [] } = useQuery(viewsQuery({ workspaceId }));
  const views = data.filter((view) => view.projectId === null);
  if (views.length === 0) return null;
  return (
    <>
      <div className="section-label mt-4">
        <h2 className="text-xs font-medium">{t('views.saved')}</h2>
      </div>
      <ul className="grid gap-px">
        {views.map((view) => (
          <li key={view.id}>
            <Link to="/views/$viewId" params={{ viewId: view.id }} className="nav-row">
              <ListFilter size={16} aria-hidden="true" />
              <span>{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
