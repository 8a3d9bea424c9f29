import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState, mayGo } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

export function StatusPick() {
  const { shown, states, mayEdit, edit } = useTaskContext();
  const value = (
    <>
      <StatusIcon category={shown.statusCategory} isReview={isReviewState(shown.status, states)} />
      {states.find((state) => state.key === shown.status)?.name ?? shown.status}
    </>
  );
  const name = t('tasks.status');
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Menu
        trigger={
          <FactValue name={name} data-key="s">
            {value}
          </FactValue>
        }
      >
        {states
          .filter((state) => mayGo(shown.status, state.key, states))
          .map((state) => (
            <MenuItem
              key={state.key}
              icon={<StatusIcon category={state.category} isReview={isReviewState(state.key, states)} />}
              isChosen={state.key === shown.status}
              onSelect={() => void edit({ status: state.key }, name)}
            >
              {state.name}
            </MenuItem>
          ))}
      </Menu>
    </Fact>
  );
}
