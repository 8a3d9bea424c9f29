import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Workspace, WorkspaceInvitee, WorkspaceMember, WorkspaceRole } from '@/api/types';
import { WorkspacePerson } from '@/features/account/workspace-person';
import { useWorkspace, workspacePeopleQuery } from '@/features/account/workspace-queries';
import { InviteByEmail } from '@/features/projects/invite-by-email';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { TextSetting } from '@/ui/text-setting';
import { showToast } from '@/ui/toast-store';

const ROLES: WorkspaceRole[] = ['owner', 'admin', 'member', 'guest'];
/** Only an owner makes owners. */
const rolesFor = (mine: WorkspaceRole) => ROLES.filter((role) => role !== 'owner' || mine === 'owner');

type Props = { workspace: Workspace; userId: string };

export function WorkspaceSettings({ workspace, userId }: Props) {
  const { data, error, refetch } = useQuery(workspacePeopleQuery(workspace.id));
  const { rename, add, changeRole, remove, takeBack } = useWorkspace(workspace);
  const mayManage = workspace.role === 'owner' || workspace.role === 'admin';
  const isTeam = workspace.kind === 'team';
  const roles = rolesFor(workspace.role).map((value) => ({ value, label: t(`account.role.${value}`) }));

  const warn = (text: string, retry: () => void) =>
    showToast(text, { tone: 'danger', action: { label: t('ui.retry'), onAct: retry } });
  const handleRole = (member: WorkspaceMember, role: WorkspaceRole) =>
    changeRole.mutate(
      { userId: member.userId, role },
      {
        onError: (fault) =>
          void warn(t('account.roleFailed', { reason: reasonOf(fault) }), () => handleRole(member, role)),
      },
    );
  const handleRemove = (person: WorkspaceMember | WorkspaceInvitee) => {
    const name = person.displayName;
    const told = {
      onSuccess: () => void showToast(t('account.removed', { name })),
      onError: (fault: Error) =>
        void warn(t('account.removeFailed', { name, reason: reasonOf(fault) }), () => handleRemove(person)),
    };
    if (person.state === 'active') remove.mutate(person.userId, told);
    else takeBack.mutate(person.invitationId, told);
  };

  return (
    <>
      <SettingsHead
        title={workspace.name}
        text={isTeam ? t('account.workspaceText', { name: workspace.name }) : t('account.workspacePersonal')}
      />
      {mayManage && (
        <TextSetting
          label={t('account.workspaceName')}
          value={workspace.name}
          isRequired
          maxLength={100}
          explain={reasonOf}
          onSave={(name) => rename.mutateAsync(name)}
        />
      )}
      {mayManage && isTeam && <InviteByEmail start="member" options={roles} add={add} />}
      {error && !data && <ErrorState title={t('account.workspaceFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} />}
      <section>
        <h3 className="mb-1">{t('account.people')}</h3>
        <ul className="settings-list">
          {data?.map((person) => {
            const isOpen =
              mayManage && person.userId !== userId && (person.role !== 'owner' || workspace.role === 'owner');
            return (
              <WorkspacePerson
                key={person.userId ?? person.invitationId}
                person={person}
                isSelf={person.userId === userId}
                roles={isOpen && person.state === 'active' ? rolesFor(workspace.role) : []}
                onRole={(role) => person.state === 'active' && handleRole(person, role)}
                onRemove={isOpen ? () => handleRemove(person) : null}
              />
            );
          })}
        </ul>
      </section>
    </>
  );
}
