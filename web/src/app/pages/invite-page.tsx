import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { InvitationPreview } from '@/api/account-types';
import { ApiError } from '@/api/api-error';
import { GuestLayout } from '@/app/layout/guest-layout';
import { InviteChoice } from '@/app/pages/invite-choice';
import { previewInvitation } from '@/features/invitations/invitation-access';
import { dayOf, shortDate, today } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';

export function InvitePage() {
  const { token } = useParams({ from: '/invite/$token' });
  const navigate = useNavigate();
  const [invitation, setInvitation] = useState<InvitationPreview | null>(null);
  const { run, error, isBusy } = useAction(previewInvitation);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each token.
  useEffect(() => {
    void run(token, setInvitation);
  }, [token]);

  const handleJoined = async (key: string) => {
    // The list of projects may have been loaded before there was this one.
    const [{ queryClient }, { projectKeys }] = await Promise.all([
      import('@/app/query'),
      import('@/features/projects/project-queries'),
    ]);
    await queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true, refetchType: 'all' });
    await queryClient.invalidateQueries({ queryKey: projectKeys.workspaces, refetchType: 'all' });
    void navigate({ to: '/p/$key/board', params: { key }, replace: true });
  };

  if (error && !invitation) {
    const isGone = error instanceof ApiError && !error.isTransient;
    return (
      <GuestLayout
        title={t(isGone ? 'guest.inviteGone' : 'guest.loadFailed')}
        text={isGone ? t('guest.inviteGoneText') : error.message}
      >
        {isGone ? (
          <Link to="/" className="btn btn-default guest-submit">
            {t('guest.goHome')}
          </Link>
        ) : (
          <Button className="guest-submit" isBusy={isBusy} onClick={() => void run(token, setInvitation)}>
            {t('ui.retry')}
          </Button>
        )}
      </GuestLayout>
    );
  }
  if (!invitation) {
    return (
      <GuestLayout title=" ">
        <Skeleton height={160} />
      </GuestLayout>
    );
  }
  const until = invitation.expiresAt && shortDate(dayOf(invitation.expiresAt), today());
  const text = invitation.inviterName ? t('guest.invited', { name: invitation.inviterName }) : t('guest.invitedPlain');
  return (
    <GuestLayout
      title={t('guest.join', { project: invitation.projectName })}
      text={text}
      footer={until && t('guest.until', { date: until })}
    >
      <InviteChoice token={token} email={invitation.email ?? undefined} onJoined={(key) => void handleJoined(key)} />
    </GuestLayout>
  );
}
