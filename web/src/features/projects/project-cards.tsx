import { Fragment, lazy, Suspense, useState } from 'react';
import type { Project } from '@/api/types';
import { useFavouritesFirst } from '@/features/projects/favourite-queries';
import { ProjectCard } from '@/features/projects/project-card';
import { Skeleton } from '@/ui/skeleton';

const RollUp = lazy(() => import('@/features/projects/roll-up/roll-up').then((module) => ({ default: module.RollUp })));

/** The reader's favourites, and the topmost of the others; what stands below one is unfolded there, with what it comes to. */
export function ProjectCards({ projects }: { projects: readonly Project[] }) {
  const [unfoldedId, setUnfoldedId] = useState<string | null>(null);
  const { favourites, others } = useFavouritesFirst(projects);
  const isAmong = (id: string | null) => projects.some((project) => project.id === id);
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {[...favourites, ...others]
        .filter(({ id, parentId }) => !isAmong(parentId) || favourites.some((project) => project.id === id))
        .map((project) => {
          const isUnfolded = project.id === unfoldedId;
          return (
            <Fragment key={project.id}>
              <ProjectCard
                project={project}
                childCount={projects.filter(({ parentId }) => parentId === project.id).length}
                isUnfolded={isUnfolded}
                onToggle={() => setUnfoldedId(isUnfolded ? null : project.id)}
              />
              {isUnfolded && (
                <li className="col-span-full">
                  <Suspense fallback={<Skeleton height={96} />}>
                    <RollUp project={project} />
                  </Suspense>
                </li>
              )}
            </Fragment>
          );
        })}
    </ul>
  );
}
