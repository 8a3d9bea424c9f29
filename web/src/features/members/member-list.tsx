import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Invitee, Member, Project, ProjectRole } from '@/api/types';
import { AddMember } from '@/features/members/add-member';
import { HandOver } from '@/features/members/hand-over';
import { LeaveProject } from '@/features/members/leave-project';
import { useMembers } from '@/features/members/member-queries';
import { MemberRow } from '@/features/members/member-row';
import { projectPeopleQuery } from '@/features/projects/project-queries';
import { mayManage, mayOwn, rolesToGive } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

const ROLES: ProjectRole[] = ['owner', 'manager', 'contributor', 'viewer'];

type Props = { project: Project; userId: string; onLeft: () => void };

export function MemberList({ project, userId, onLeft }: Props) {
  const { data, error, refetch } = useQuery(projectPeopleQuery(project.id));
  const { changeRole, remove, takeBack } = useMembers(project.id);
  const isOpen = project.state === 'active';

  const handleRole = (member: Member, role: ProjectRole) =>
    changeRole.mutate(
      { userId: member.userId, role },
      {
        onError: (fault) =>
          void showToast(t('members.roleFailed', { name: member.displayName, reason: reasonOf(fault) }), {
            tone: 'danger',
            action: { label: t('ui.retry'), onAct: () => handleRole(member, role) },
          }),
      },
    );
  const handleRemove = (person: Member | Invitee) => {
    const told = {
      onSuccess: () => void showToast(t('members.removed', { name: person.displayName })),
      onError: (fault: Error) =>
        void showToast(t('members.removeFailed', { name: person.displayName, reason: reasonOf(fault) }), {
          tone: 'danger',
          action: { label: t('ui.retry'), onAct: () => handleRemove(person) },
        }),
    };
    if (person.state === 'active') remove.mutate(person.userId, told);
    else takeBack.mutate(person.invitationId, told);
  };

  return (
    <>
      <SettingsHead title={t('members.title')} text={t('members.text')} />
      {mayManage(project) && isOpen && <AddMember project={project} />}
      {error && !data && <ErrorState title={t('members.failed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      <ul className="settings-list">
        {data?.map((person) => {
          // Nobody changes their own role, and an owner is only replaced by handing the project over.
          const isOpenToChange = isOpen && mayManage(project) && person.userId !== userId && person.role !== 'owner';
          return (
            <MemberRow
              key={person.userId ?? person.invitationId}
              person={person}
              isSelf={person.userId === userId}
              roles={isOpenToChange && person.state === 'active' ? rolesToGive(project) : []}
              onRole={(role) => person.state === 'active' && handleRole(person, role)}
              onRemove={isOpenToChange ? () => handleRemove(person) : null}
            />
          );
        })}
      </ul>
      <details className="roles-help">
        <summary>{t('members.roles')}</summary>
        <dl>
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{t(`members.role.${role}`)}</dt>
              <dd>{t(`members.roleText.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {data && (
        <div className="danger-zone">
          {mayOwn(project) && isOpen && (
            <HandOver project={project} members={data.filter((person) => person.state === 'active')} userId={userId} />
          )}
          {!mayOwn(project) && <LeaveProject project={project} userId={userId} onLeft={onLeft} />}
        </div>
      )}
    </>
  );
}
