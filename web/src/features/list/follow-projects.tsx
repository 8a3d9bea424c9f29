import type { Task } from '@/api/types';
import { useLiveTasks } from '@/features/tasks/use-live-tasks';

type Find = (id: string) => Task | undefined;

function FollowProject({ projectId, find }: { projectId: string; find: Find }) {
  useLiveTasks(projectId, find);
  return null;
}

/** Keeps a list that mixes projects live. */
export function FollowProjects({ projectIds, find }: { projectIds: readonly string[]; find: Find }) {
  return projectIds.map((projectId) => <FollowProject key={projectId} projectId={projectId} find={find} />);
}
