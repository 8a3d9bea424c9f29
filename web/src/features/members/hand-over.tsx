import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Member, Project } from '@/api/types';
import { useMembers } from '@/features/members/member-queries';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { DangerRow } from '@/ui/danger-row';
import { showToast } from '@/ui/toast-store';
import { TypedConfirm } from '@/ui/typed-confirm';

type Props = { project: Project; members: readonly Member[]; userId: string };

export function HandOver({ project, members, userId }: Props) {
  const [heir, setHeir] = useState<Member | null>(null);
  const { handOver } = useMembers(project.id);
  const others = members.filter((member) => member.userId !== userId && member.state === 'active');
  if (others.length === 0) return null;

  const handleConfirm = (member: Member) =>
    handOver.mutate(member.userId, {
      onSuccess: () => {
        setHeir(null);
        showToast(t('members.handed', { name: member.displayName }));
      },
    });
  return (
    <DangerRow title={t('members.hand')} text={t('members.handText')}>
      <Combobox
        label={t('members.handTo')}
        trigger={<Button>{t('members.choose')}</Button>}
        options={others.map((member) => ({
          value: member.userId,
          label: member.displayName,
          icon: <Avatar id={member.userId} name={member.displayName} imageUrl={member.avatarUrl} isDecorative />,
        }))}
        chosen={[]}
        onChange={([id]) => setHeir(others.find((member) => member.userId === id) ?? null)}
      />
      {heir && (
        <TypedConfirm
          title={t('members.hand')}
          text={t('members.handConfirm', { name: heir.displayName, project: project.name })}
          word={project.name}
          ask={t('settings.typeName', { name: project.name })}
          action={t('members.handDo')}
          isBusy={handOver.isPending}
          error={handOver.error && (reasonOf(handOver.error) || t('members.handFailed'))}
          onConfirm={() => handleConfirm(heir)}
          onClose={() => setHeir(null)}
        />
      )}
    </DangerRow>
  );
}
