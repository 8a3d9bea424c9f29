import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Menu, MenuItem } from '@/ui/menu';

/** Which of several assignees answers for the task: the first of them. Where there is one, it is that one. */
export function OwnerPick() {
  const { shown, members, mayEdit, edit } = useTaskContext();
  const { assigneeIds } = shown;
  const [owner] = assigneeIds;
  if (owner === undefined || assigneeIds.length < 2) return null;
  const name = t('tasks.owner');
  const nameOf = (id: string) => members.find((member) => member.userId === id)?.displayName ?? t('peek.someone');
  const face = (id: string) => (
    <Avatar
      id={id}
      name={nameOf(id)}
      imageUrl={members.find((member) => member.userId === id)?.avatarUrl}
      size={20}
      isDecorative
    />
  );
  const value = (
    <span className="flex min-w-0 items-center gap-1.5">
      {face(owner)}
      <span className="truncate">{nameOf(owner)}</span>
    </span>
  );
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  const handleSelect = (id: string) =>
    edit({ assigneeIds: [id, ...assigneeIds.filter((other) => other !== id)] }, name);
  return (
    <Fact name={name}>
      <Menu trigger={<FactValue name={name}>{value}</FactValue>}>
        {assigneeIds.map((id) => (
          <MenuItem key={id} icon={face(id)} isChosen={id === owner} onSelect={() => void handleSelect(id)}>
            {nameOf(id)}
          </MenuItem>
        ))}
      </Menu>
    </Fact>
  );
}
