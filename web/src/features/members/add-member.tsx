import type { Project } from '@/api/types';
import { useMembers } from '@/features/members/member-queries';
import { InviteByEmail } from '@/features/projects/invite-by-email';
import { rolesToGive } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';

export function AddMember({ project }: { project: Project }) {
  const { add } = useMembers(project.id);
  const options = rolesToGive(project).map((value) => ({ value, label: t(`members.role.${value}`) }));
  return <InviteByEmail start="contributor" options={options} add={add} />;
}
