import { useQuery } from '@tanstack/react-query';
import { ListFilter, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Member } from '@/api/types';
import { type BoardFilters, chosenIn, countFilters } from '@/features/board/board-filters';
import { labelsQuery } from '@/features/projects/project-queries';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { useShortcuts } from '@/lib/shortcuts';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-list';
import { KeyHint } from '@/ui/key-hint';

type Props = {
  projectId: string;
  members: readonly Member[];
  filters: BoardFilters;
  taskCount: number;
  onChange: (filters: BoardFilters) => void;
  children?: ReactNode;
};

type Facet = { key: 'assignee' | 'label' | 'priority'; name: string; options: ComboboxOption[] };

export function BoardToolbar({ projectId, members, filters, taskCount, onChange, children }: Props) {
  const { data: labels = [] } = useQuery(labelsQuery(projectId));
  const searchRef = useRef<HTMLInputElement>(null);
  const clear = () => onChange({});
  useShortcuts({
    '/': () => searchRef.current?.focus(),
    f: () => document.getElementById('filter-assignee')?.click(),
    'shift+f': clear,
  });

  const facets: Facet[] = [
    {
      key: 'assignee',
      name: t('tasks.assignee'),
      options: [
        ...members.map((member) => ({
          value: member.userId,
          label: member.displayName,
          icon: (
            <Avatar id={member.userId} name={member.displayName} imageUrl={member.avatarUrl} size={20} isDecorative />
          ),
        })),
        { value: 'none', label: t('tasks.unassigned') },
      ],
    },
    {
      key: 'label',
      name: t('board.labelFilter'),
      options: labels.map((label) => ({
        value: label.name,
        label: label.name,
        icon: <i className="size-2 rounded-full" style={{ background: label.color }} />,
      })),
    },
    {
      key: 'priority',
      name: t('tasks.priority'),
      options: PRIORITIES.map((priority) => ({
        value: priority,
        label: priorityLabel(priority),
        icon: <PriorityIcon priority={priority} />,
      })),
    },
  ];

  return (
    <div className="toolbar" role="toolbar" aria-label={t('board.filters')}>
      <label className="flex flex-none items-center gap-2 text-ink-2">
        <Search size={15} aria-hidden="true" />
        <input
          ref={searchRef}
          className="w-28 bg-transparent outline-none placeholder:text-ink-3 focus:w-40"
          aria-label={t('board.find')}
          placeholder={t('board.findHere')}
          value={filters.q ?? ''}
          onChange={(event) => onChange({ ...filters, q: event.target.value || undefined })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </label>
      {facets.map(({ key, name, options }) => {
        const chosen = chosenIn(filters[key]);
        const first = options.find((option) => option.value === chosen[0])?.label ?? chosen[0];
        const trigger = (
          <button
            type="button"
            id={`filter-${key}`}
            className="flex items-center gap-1.5 px-1 font-medium text-ink-2 hover:text-ink"
          >
            {chosen.length === 0 && key === 'assignee' && <ListFilter size={15} aria-hidden="true" />}
            {name}
            {chosen.length === 0 && key === 'assignee' && <KeyHint keys="f" />}
            {chosen.length > 0 && (
              <strong>{chosen.length === 1 ? first : t('board.several', { count: chosen.length })}</strong>
            )}
          </button>
        );
        const box = (
          <Combobox
            label={name}
            trigger={trigger}
            options={options}
            chosen={chosen}
            isMultiple
            onChange={(next) => onChange({ ...filters, [key]: next.join(',') || undefined })}
          />
        );
        if (chosen.length === 0) return <span key={key}>{box}</span>;
        return (
          <span key={key} className="filter-chip">
            {box}
            <button
              type="button"
              aria-label={t('board.removeFilter', { name })}
              onClick={() => onChange({ ...filters, [key]: undefined })}
            >
              <X size={13} />
            </button>
          </span>
        );
      })}
      {countFilters(filters) > 1 && (
        <Button variant="ghost" onClick={clear}>
          {t('board.clearFilters', { count: countFilters(filters) })}
        </Button>
      )}
      <span className="flex-1" />
      <span className="flex-none text-xs text-ink-2 tabular-nums">{t('board.tasks', { count: taskCount })}</span>
      {children}
    </div>
  );
}
