import { useQuery } from '@tanstack/react-query';
import { taskTypesQuery } from '@/features/projects/task-type-queries';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { TypeIcon } from '@/features/tasks/type-icon';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

/** What kind of work it is, of those that the project knows. */
export function TypePick() {
  const { shown, project, mayEdit, edit } = useTaskContext();
  const { data: types = [] } = useQuery(taskTypesQuery(project.id));
  const name = t('peek.type');
  const type = types.find((candidate) => candidate.key === shown.type);
  const value = (
    <>
      <TypeIcon type={type} />
      {type?.name ?? shown.type}
    </>
  );
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Menu trigger={<FactValue name={name}>{value}</FactValue>}>
        {types.map((candidate) => (
          <MenuItem
            key={candidate.key}
            icon={<TypeIcon type={candidate} />}
            isChosen={candidate === type}
            onSelect={() => void edit({ type: candidate.key }, name)}
          >
            {candidate.name}
          </MenuItem>
        ))}
      </Menu>
    </Fact>
  );
}
