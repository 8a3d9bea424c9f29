import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { useMembers } from '@/features/members/member-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DangerRow } from '@/ui/danger-row';
import { Dialog } from '@/ui/dialog';
import { showToast } from '@/ui/toast-store';

type Props = { project: Project; userId: string; onLeft: () => void };

export function LeaveProject({ project, userId, onLeft }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const { leave } = useMembers(project.id);
  const handleLeave = () =>
    leave.mutate(userId, {
      onSuccess: () => {
        showToast(t('members.left', { name: project.name }));
        onLeft();
      },
    });
  return (
    <DangerRow title={t('members.leave')} text={t('members.leaveText')}>
      <Button onClick={() => setIsAsking(true)}>{t('members.leaveDo')}</Button>
      {isAsking && (
        <Dialog
          title={t('members.leave')}
          description={t('members.leaveText')}
          isOpen
          onClose={() => setIsAsking(false)}
        >
          {leave.error && (
            <p role="alert" className="text-danger">
              {t('members.leaveFailed', { reason: reasonOf(leave.error) })}
            </p>
          )}
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setIsAsking(false)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={leave.isPending} onClick={handleLeave}>
              {t('members.leaveDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </DangerRow>
  );
}
