import { SlidersHorizontal } from 'lucide-react';
import { GROUPINGS, type Grouping, SORTS, type Sort } from '@/features/list/list-order';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';

const GROUP_TEXT: Record<Grouping, Text> = {
  status: 'tasks.status',
  priority: 'tasks.priority',
  none: 'list.groupNone',
};
const SORT_TEXT: Record<Sort, Text> = {
  rank: 'list.sort.rank',
  '-priority': 'list.sort.priority',
  dueAt: 'list.sort.due',
  deadlineAt: 'list.sort.deadline',
  '-updatedAt': 'list.sort.updated',
  '-createdAt': 'list.sort.created',
  title: 'list.sort.title',
};

type Props = {
  grouping: Grouping;
  sort: Sort;
  onGroup: (grouping: Grouping) => void;
  onSort: (sort: Sort) => void;
};

export function DisplayMenu({ grouping, sort, onGroup, onSort }: Props) {
  const trigger = (
    <Button variant="ghost" className="!px-2">
      <SlidersHorizontal size={15} aria-hidden="true" />
      {t('board.display')}
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuLabel>{t('list.groupBy')}</MenuLabel>
      {GROUPINGS.map((choice) => (
        <MenuItem key={choice} isChosen={choice === grouping} onSelect={() => onGroup(choice)}>
          {t(GROUP_TEXT[choice])}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuLabel>{t('list.sortBy')}</MenuLabel>
      {SORTS.map((choice) => (
        <MenuItem key={choice} isChosen={choice === sort} onSelect={() => onSort(choice)}>
          {t(SORT_TEXT[choice])}
        </MenuItem>
      ))}
    </Menu>
  );
}
