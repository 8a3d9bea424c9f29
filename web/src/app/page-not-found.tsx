import { Link } from '@tanstack/react-router';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/empty-state';

export function PageNotFound() {
  const action = (
    <Link to="/projects" className="btn btn-primary">
      {t('app.goProjects')}
    </Link>
  );
  return <EmptyState title={t('app.notFound')} text={t('app.notFoundText')} action={action} />;
}
