import { useQuery } from '@tanstack/react-query';
import { GoalList } from '@/features/goals/goal-list';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { projectsQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { Skeleton } from '@/ui/skeleton';

export function GoalsPage() {
  const { current } = useCurrentWorkspace();
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: user } = useQuery(profileQuery);
  return (
    <div className="planning-page">
      {current ? (
        <GoalList
          key={current.id}
          workspace={current}
          projects={projects.filter(({ workspaceId, state }) => workspaceId === current.id && state !== 'deleted')}
          me={user?.id}
        />
      ) : (
        <Skeleton height={180} />
      )}
    </div>
  );
}
