import { useNavigate, useParams } from '@tanstack/react-router';
import type { Workspace } from '@/api/types';
import { InvitationView } from '@/app/pages/invitation-view';
import { refreshAfterJoining } from '@/app/pages/refresh-after-joining';
import { acceptWorkspaceInvitation, previewWorkspaceInvitation } from '@/features/invitations/invitation-access';
import { chooseWorkspace } from '@/lib/chosen-workspace';
import { t } from '@/lib/i18n';

/** The link into a workspace. */
export function WorkspaceInvitePage() {
  const { token } = useParams({ from: '/workspace-invitations/$token' });
  const navigate = useNavigate();

  const handleJoined = async ({ id }: Workspace) => {
    chooseWorkspace(id);
    await refreshAfterJoining();
    void navigate({ to: '/projects', replace: true });
  };

  return (
    <InvitationView
      token={token}
      preview={previewWorkspaceInvitation}
      accept={acceptWorkspaceInvitation}
      wordsOf={({ workspaceName, inviterName }) => ({
        title: t('guest.join', { name: workspaceName }),
        text: inviterName ? t('guest.invitedToWorkspace', { name: inviterName }) : t('guest.invitedToWorkspacePlain'),
        join: t('guest.joinWorkspaceDo'),
      })}
      onJoined={(workspace) => void handleJoined(workspace)}
    />
  );
}
