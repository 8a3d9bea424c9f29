import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { reasonOf } from '@/api/reason';
import type { Workspace, WorkspaceRole } from '@/api/types';
import { useWorkspace, type WorkspaceMember, workspaceMembersQuery } from '@/features/account/workspace-queries';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { TextSetting } from '@/ui/text-setting';
import { showToast } from '@/ui/toast-store';

const ROLES: WorkspaceRole[] = ['owner', 'admin', 'member', 'guest'];
/** Only an owner makes owners. */
const rolesFor = (mine: WorkspaceRole) => ROLES.filter((role) => role !== 'owner' || mine === 'owner');

type Props = { workspace: Workspace; userId: string };

export function WorkspaceSettings({ workspace, userId }: Props) {
  const { data, error, refetch } = useQuery(workspaceMembersQuery(workspace.id));
  const { rename, changeRole, remove } = useWorkspace(workspace);
  const mayManage = workspace.role === 'owner' || workspace.role === 'admin';
  const isTeam = workspace.kind === 'team';

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
  const handleRemove = (member: WorkspaceMember) => {
    const name = member.displayName;
    remove.mutate(member.userId, {
      onSuccess: () => void showToast(t('account.removed', { name })),
      onError: (fault) =>
        void warn(t('account.removeFailed', { name, reason: reasonOf(fault) }), () => handleRemove(member)),
    });
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
          maxLength={120}
          explain={reasonOf}
          onSave={(name) => rename.mutateAsync(name)}
        />
      )}
      {error && !data && <ErrorState title={t('account.workspaceFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} />}
      <section>
        <h3 className="mb-1">{t('account.people')}</h3>
        <ul className="settings-list">
          {data?.map((member) => {
            const { displayName: name } = member;
            const isOpen =
              mayManage && member.userId !== userId && (member.role !== 'owner' || workspace.role === 'owner');
            return (
              <li key={member.userId} className="settings-row">
                <Avatar id={member.userId} name={name} imageUrl={member.avatarUrl} size={28} isDecorative />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                {isOpen ? (
                  <>
                    <Select
                      className="!w-auto !min-h-8"
                      aria-label={t('account.roleOf', { name })}
                      value={member.role}
                      options={rolesFor(workspace.role).map((value) => ({ value, label: t(`account.role.${value}`) }))}
                      onChange={(role) => handleRole(member, role)}
                    />
                    <IconButton label={t('account.removeFrom', { name })} onClick={() => handleRemove(member)}>
                      <X size={15} />
                    </IconButton>
                  </>
                ) : (
                  <span className="pe-10 text-ink-2">{t(`account.role.${member.role}`)}</span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
