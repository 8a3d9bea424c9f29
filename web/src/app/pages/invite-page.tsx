import { useNavigate, useParams } from '@tanstack/react-router';
import type { Project } from '@/api/types';
import { InvitationView } from '@/app/pages/invitation-view';
import { refreshAfterJoining } from '@/app/pages/refresh-after-joining';
import { acceptInvitation, previewInvitation } from '@/features/invitations/invitation-access';
import { t } from '@/lib/i18n';

/** The link into a project. */
export function InvitePage() {
  const { token } = useParams({ from: '/invite/$token' });
  const navigate = useNavigate();

  const handleJoined = async ({ key }: Project) => {
    await refreshAfterJoining();
    void navigate({ to: '/p/$key/board', params: { key }, replace: true });
  };

  return (
    <InvitationView
      token={token}
      preview={previewInvitation}
      accept={acceptInvitation}
      wordsOf={({ projectName, inviterName }) => ({
        title: t('guest.join', { name: projectName }),
        text: inviterName ? t('guest.invited', { name: inviterName }) : t('guest.invitedPlain'),
        join: t('guest.joinDo'),
      })}
      onJoined={(project) => void handleJoined(project)}
    />
  );
}
