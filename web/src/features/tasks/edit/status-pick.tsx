import { useQuery } from '@tanstack/react-query';
import { BlockedMark } from '@/features/tasks/blocked-mark';
import { dependenciesQuery } from '@/features/tasks/dependencies/dependency-queries';
import { keepsWaiting } from '@/features/tasks/dependencies/dependency-words';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState, mayGo } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

export function StatusPick() {
  const { task, shown, states, mayEdit, edit } = useTaskContext();
  const { data: dependencies = [] } = useQuery(dependenciesQuery(task.id));
  const isOpen = shown.statusCategory !== 'completed' && shown.statusCategory !== 'cancelled';
  const mark = isOpen && keepsWaiting(dependencies) && <BlockedMark />;
  const value = (
    <>
      <StatusIcon category={shown.statusCategory} isReview={isReviewState(shown.status, states)} />
      {states.find((state) => state.key === shown.status)?.name ?? shown.status}
    </>
  );
  const name = t('tasks.status');
  if (!mayEdit) {
    return (
      <Fact name={name}>
        {value} {mark}
      </Fact>
    );
  }
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
      {mark}
    </Fact>
  );
}
