import { useQuery } from '@tanstack/react-query';
import type { Approval } from '@/api/types';
import { workspacePeopleQuery } from '@/features/projects/people-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';

/**
 * Who may answer. Somebody who runs the workspace needs no place in the project and so has not left it; as long as it is not
 * known who does, nobody has.
 */
export function useApprovers({ approverIds }: Approval) {
  const { project, members } = useTaskContext();
  const memberOf = (id: string) => members.find((member) => member.userId === id);
  const areOthers = members.length > 0 && approverIds.some((id) => !memberOf(id));
  const { data: people } = useQuery({ ...workspacePeopleQuery(project.workspaceId), enabled: areOthers });
  return approverIds.map((id) => {
    const person = people?.find((candidate) => candidate.userId === id);
    const known = memberOf(id) ?? person;
    const runsWorkspace = person?.role === 'owner' || person?.role === 'admin';
    return {
      id,
      name: known?.displayName ?? t('peek.someone'),
      imageUrl: known?.avatarUrl,
      hasLeft: areOthers && people !== undefined && !memberOf(id) && !runsWorkspace,
    };
  });
}
