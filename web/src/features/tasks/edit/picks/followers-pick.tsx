import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { AvatarStack } from '@/ui/avatar-stack';
import { Combobox } from '@/ui/combobox';

/** Who is told what happens to the task. */
export function FollowersPick() {
  const { shown, members, mayEdit, edit } = useTaskContext();
  const name = t('peek.followers');
  const people = shown.watcherIds.map((id) => {
    const member = members.find((candidate) => candidate.userId === id);
    return { id, name: member?.displayName ?? t('peek.someone'), imageUrl: member?.avatarUrl };
  });
  const value =
    people.length === 0 ? (
      t('tasks.none')
    ) : (
      <>
        <AvatarStack people={people} size={20} />
        {people.length === 1 ? people[0]?.name : t('peek.peopleCount', { count: people.length })}
      </>
    );
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Combobox
        label={name}
        isMultiple
        options={members.map((member) => ({
          value: member.userId,
          label: member.displayName,
          icon: (
            <Avatar id={member.userId} name={member.displayName} imageUrl={member.avatarUrl} size={20} isDecorative />
          ),
        }))}
        chosen={shown.watcherIds}
        onChange={(watcherIds) => void edit({ watcherIds }, name)}
        trigger={
          <FactValue name={name} isEmpty={people.length === 0}>
            {value}
          </FactValue>
        }
      />
    </Fact>
  );
}
