import { Star } from 'lucide-react';
import type { Project } from '@/api/types';
import { useChangeFavourite, useIsFavourite } from '@/features/projects/favourite-queries';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

/** Puts a project first for the reader, or back among the others. */
export function FavouriteStar({ project }: { project: Project }) {
  const isFavourite = useIsFavourite(project.id);
  const change = useChangeFavourite();
  if (project.state !== 'active') return null;
  return (
    <IconButton
      label={t(isFavourite ? 'projects.unmark' : 'projects.mark', { name: project.name })}
      className="favourite-star"
      data-on={isFavourite}
      onClick={() => change({ project, place: isFavourite ? null : {} })}
    >
      <Star size={16} fill={isFavourite ? 'currentColor' : 'none'} />
    </IconButton>
  );
}
