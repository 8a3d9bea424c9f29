import { useQuery } from '@tanstack/react-query';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Combobox } from '@/ui/combobox';

/** What the task is to help reach. Reached milestones are offered no more. */
export function MilestonePick() {
  const { shown, project, mayEdit, edit } = useTaskContext();
  const { data: milestones = [] } = useQuery(milestonesQuery(project.id));
  const name = t('peek.milestone');
  const chosen = milestones.find((milestone) => milestone.id === shown.milestoneId);
  const value = chosen?.name ?? t('tasks.none');
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Combobox
        label={name}
        options={milestones
          .filter((milestone) => milestone.state === 'open' || milestone === chosen)
          .map((milestone) => ({ value: milestone.id, label: milestone.name }))}
        chosen={chosen ? [chosen.id] : []}
        onChange={([milestoneId]) => void edit({ milestoneId: milestoneId ?? null }, name)}
        trigger={
          <FactValue name={name} isEmpty={!chosen}>
            {value}
          </FactValue>
        }
      />
    </Fact>
  );
}
