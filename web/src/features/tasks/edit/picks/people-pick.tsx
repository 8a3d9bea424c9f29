import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { AvatarStack } from '@/ui/avatar-stack';
import { Combobox } from '@/ui/combobox';

const MOST_NAMES = 2;

export function PeoplePick() {
  const { shown, members, mayEdit, edit } = useTaskContext();
  const name = t('tasks.assignee');
  const people = shown.assigneeIds.map((id) => {
    const member = members.find((candidate) => candidate.userId === id);
    return { id, name: member?.displayName ?? t('peek.someone'), imageUrl: member?.avatarUrl };
  });
  const value =
    people.length === 0 ? (
      t('tasks.unassigned')
    ) : people.length > MOST_NAMES ? (
      <>
        <AvatarStack people={people} size={20} />
        {t('peek.peopleCount', { count: people.length })}
      </>
    ) : (
      people.map((person) => (
        <span key={person.id} className="flex min-w-0 items-center gap-1.5">
          <Avatar id={person.id} name={person.name} imageUrl={person.imageUrl} size={20} isDecorative />
          <span className="truncate">{person.name}</span>
        </span>
      ))
    );
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  const options = members
    .filter((member) => member.state === 'active' || shown.assigneeIds.includes(member.userId))
    .map((member) => ({
      value: member.userId,
      label: member.displayName,
      icon: <Avatar id={member.userId} name={member.displayName} imageUrl={member.avatarUrl} size={20} isDecorative />,
    }));
  return (
    <Fact name={name}>
      <Combobox
        label={name}
        isMultiple
        options={options}
        chosen={shown.assigneeIds}
        onChange={(assigneeIds) => void edit({ assigneeIds }, name)}
        trigger={
          <FactValue name={name} data-key="a" isEmpty={people.length === 0}>
            {value}
          </FactValue>
        }
      />
    </Fact>
  );
}
