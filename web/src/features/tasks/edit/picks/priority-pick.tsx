import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

export function PriorityPick() {
  const { shown, mayEdit, edit } = useTaskContext();
  const name = t('tasks.priority');
  const value = (
    <>
      <span aria-hidden="true" className="contents">
        <PriorityIcon priority={shown.priority} />
      </span>
      {priorityLabel(shown.priority)}
    </>
  );
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Menu
        trigger={
          <FactValue name={name} data-key="p" isEmpty={shown.priority === 'none'}>
            {value}
          </FactValue>
        }
      >
        {PRIORITIES.map((priority) => (
          <MenuItem
            key={priority}
            icon={
              <span aria-hidden="true" className="contents">
                <PriorityIcon priority={priority} />
              </span>
            }
            isChosen={priority === shown.priority}
            onSelect={() => void edit({ priority }, name)}
          >
            {priorityLabel(priority)}
          </MenuItem>
        ))}
      </Menu>
    </Fact>
  );
}
