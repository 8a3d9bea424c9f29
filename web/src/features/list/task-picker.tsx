import { lazy, Suspense } from 'react';
import type { Task } from '@/api/types';
import type { ChangeOf } from '@/features/list/change-tasks';
import { DuePicker } from '@/features/list/due-picker';
import { pickerOptions } from '@/features/list/picker-options';
import type { ProjectLookup } from '@/features/list/project-lookup';
import { type Text, t } from '@/lib/i18n';
import { PopoverAt } from '@/ui/popover-at';
import { Skeleton } from '@/ui/skeleton';

const ComboboxList = lazy(() => import('@/ui/combobox-list').then((module) => ({ default: module.ComboboxList })));

export type TaskField =
  | 'status'
  | 'assignee'
  | 'priority'
  | 'labels'
  | 'due'
  | 'deadline'
  | 'start'
  | 'milestone'
  | 'difficulty';
export type PickRequest = { field: TaskField; tasks: readonly Task[]; anchor: HTMLElement };

export const FIELD_NAME: Record<TaskField, Text> = {
  status: 'tasks.status',
  assignee: 'tasks.assignee',
  priority: 'tasks.priority',
  labels: 'tasks.labels',
  due: 'tasks.due',
  deadline: 'list.deadline',
  start: 'list.start',
  milestone: 'list.milestone',
  difficulty: 'list.difficulty',
};

/** The fields that are days: the member of a task, and what is said when it was changed. */
const DAYS = {
  due: { member: 'dueAt', changed: 'list.dueChanged' },
  deadline: { member: 'deadlineAt', changed: 'list.deadlineChanged' },
  start: { member: 'startAt', changed: 'list.startChanged' },
} as const satisfies Partial<Record<TaskField, { member: string; changed: Text }>>;

const isDay = (field: TaskField): field is keyof typeof DAYS => field in DAYS;

type Props = {
  request: PickRequest;
  lookup: ProjectLookup;
  onChange: (tasks: readonly Task[], changeOf: ChangeOf, text: (name: string) => string) => void;
  onClose: () => void;
};

/** One picker for a cell of a row and for all that is selected. */
export function TaskPicker({ request, lookup, onChange, onClose }: Props) {
  const { field, tasks, anchor } = request;
  const label = t(FIELD_NAME[field]);
  const choose = (changeOf: ChangeOf, text: (name: string) => string) => {
    onChange(tasks, changeOf, text);
    onClose();
  };

  if (isDay(field)) {
    const { member, changed } = DAYS[field];
    return (
      <PopoverAt anchor={anchor} label={label} align="end" onClose={onClose}>
        <DuePicker
          value={tasks.length === 1 ? (tasks[0]?.[member] ?? null) : null}
          onChange={(day) =>
            choose(
              () => ({ [member]: day }),
              (name) => t(changed, { name }),
            )
          }
        />
      </PopoverAt>
    );
  }
  const { options, chosen, changeFor, textFor } = pickerOptions(field, tasks, lookup);
  return (
    <PopoverAt anchor={anchor} label={label} align={field === 'assignee' ? 'end' : 'start'} onClose={onClose}>
      <Suspense fallback={<Skeleton height={120} />}>
        <ComboboxList
          label={label}
          options={options}
          chosen={chosen}
          onToggle={(value) => choose(changeFor(value), textFor(value))}
        />
      </Suspense>
    </PopoverAt>
  );
}
