import { useQuery } from '@tanstack/react-query';
import { ListFilter, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Member, WorkflowState } from '@/api/types';
import { labelsQuery } from '@/features/projects/project-queries';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { compares } from '@/features/tasks/query/query-tokens';
import { StatusIcon } from '@/features/tasks/status-icon';
import { chosenIn, countFilters, DUE_CHOICES, type TaskFilters } from '@/features/tasks/task-filters';
import { isReviewState, PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
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
  /** Given where the states are not columns already. */
  states?: readonly WorkflowState[];
  filters: TaskFilters;
  /** How many tasks are shown, in words. */
  count: string;
  onChange: (filters: TaskFilters) => void;
  /** Given what was typed into the search box, where it is a query. */
  onQuery: (query: string) => void;
  children?: ReactNode;
};

type Facet = {
  key: 'status' | 'assignee' | 'label' | 'priority' | 'due';
  name: string;
  options: ComboboxOption[];
  isSingle?: boolean;
};

const DUE_TEXT = { overdue: 'tasks.due.overdue', today: 'ui.today', week: 'tasks.due.week' } as const;

export function FilterBar({ projectId, members, states = [], filters, count, onChange, onQuery, children }: Props) {
  const { data: labels = [] } = useQuery(labelsQuery(projectId));
  const searchRef = useRef<HTMLInputElement>(null);
  const clear = () => onChange({});
  useShortcuts({
    '/': () => searchRef.current?.focus(),
    f: () => document.getElementById('filter-assignee')?.click(),
    'shift+f': clear,
  });

  const people = members.filter((member) => member.state === 'active');
  const statusFacet: Facet = {
    key: 'status',
    name: t('tasks.status'),
    options: states.map((state) => ({
      value: state.key,
      label: state.name,
      icon: <StatusIcon category={state.category} isReview={isReviewState(state.key, states)} />,
    })),
  };
  const facets: Facet[] = [
    {
      key: 'assignee',
      name: t('tasks.assignee'),
      options: [
        ...people.map((member) => ({
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
    {
      key: 'due',
      name: t('tasks.due'),
      options: DUE_CHOICES.map((choice) => ({ value: choice, label: t(DUE_TEXT[choice]) })),
      isSingle: true,
    },
    ...(states.length > 0 ? [statusFacet] : []),
  ];

  return (
    <div className="toolbar" role="toolbar" aria-label={t('board.filters')}>
      <label className="filter-find">
        <Search size={15} aria-hidden="true" />
        <input
          ref={searchRef}
          className="w-full min-w-0 bg-transparent placeholder:text-ink-3"
          aria-label={t('board.find')}
          placeholder={t('board.findHere')}
          value={filters.q ?? ''}
          onChange={(event) => onChange({ ...filters, q: event.target.value || undefined })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && compares(filters.q ?? '')) onQuery(filters.q ?? '');
          }}
        />
      </label>
      {facets.map(({ key, name, options, isSingle = false }) => {
        const chosen = chosenIn(filters[key]);
        const first = options.find((option) => option.value === chosen[0])?.label ?? chosen[0];
        const trigger = (
          <button type="button" id={`filter-${key}`} className="filter-btn">
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
            isMultiple={!isSingle}
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
      <div className="toolbar-end">
        <span className="flex-none text-xs text-ink-2 tabular-nums">{count}</span>
        {children}
      </div>
    </div>
  );
}
