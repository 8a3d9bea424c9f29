import { reasonOf } from '@/api/reason';
import type { Approval } from '@/api/types';
import { useApprovals } from '@/features/tasks/approvals/approval-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { showToast } from '@/ui/toast-store';

type Props = { approval: Approval; statusName: string };

/** Lets another member of the project answer in the place of the reader. */
export function HandOver({ approval, statusName }: Props) {
  const { shown, members } = useTaskContext();
  const { delegate } = useApprovals(shown);
  const others = members.filter(({ userId, state }) => state === 'active' && !approval.approverIds.includes(userId));
  if (others.length === 0) return null;
  const handleChange = ([userId]: string[]) => {
    if (!userId || delegate.isPending) return;
    const names = { name: personName(userId, members), key: shown.key, status: statusName };
    delegate.mutate(
      { id: approval.id, userId },
      {
        onSuccess: () => void showToast(t('approvals.handedOver', names)),
        onError: (error) =>
          void showToast(t('approvals.notHandedOver', { reason: reasonOf(error) }), { tone: 'danger' }),
      },
    );
  };
  return (
    <Combobox
      label={t('approvals.handOverHint')}
      options={others.map(({ userId, displayName, avatarUrl }) => ({
        value: userId,
        label: displayName,
        icon: <Avatar id={userId} name={displayName} imageUrl={avatarUrl} size={20} isDecorative />,
      }))}
      chosen={[]}
      onChange={handleChange}
      trigger={
        <Button variant="ghost" isBusy={delegate.isPending}>
          {t('approvals.handOver')}
        </Button>
      }
    />
  );
}
