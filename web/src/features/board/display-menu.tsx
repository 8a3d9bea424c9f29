import { SlidersHorizontal } from 'lucide-react';
import type { WorkflowState } from '@/api/types';
import type { Lane } from '@/features/board/board-state';
import { useFoldedLanes } from '@/features/board/folded-lanes';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/ui/menu';

type Props = { projectId: string; lanes: readonly Lane[]; states: readonly WorkflowState[] };

/** Which columns are open. */
export function DisplayMenu({ projectId, lanes, states }: Props) {
  const { folded, toggle } = useFoldedLanes(projectId, lanes);
  const trigger = (
    <Button variant="ghost" className="!px-2">
      <SlidersHorizontal size={15} aria-hidden="true" />
      {t('board.display')}
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuLabel>{t('board.columns')}</MenuLabel>
      {lanes.map((lane) => (
        <MenuItem
          key={lane.status}
          icon={<StatusIcon category={lane.category} isReview={isReviewState(lane.status, states)} />}
          isChosen={!folded.includes(lane.status)}
          onSelect={() => toggle(lane.status)}
        >
          {states.find((state) => state.key === lane.status)?.name ?? lane.status}
        </MenuItem>
      ))}
    </Menu>
  );
}
