import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Dependency, DependencyType, LinkKind } from '@/api/types';
import { isOpen } from '@/features/tasks/task-state';
import { formatMinutes } from '@/lib/duration';
import { type Text, t } from '@/lib/i18n';

/** In the order in which they are shown and offered: first what keeps a task waiting. */
export const DEPENDENCY_TYPES: readonly DependencyType[] = [
  'blocked_by',
  'blocks',
  'relates_to',
  'duplicates',
  'duplicated_by',
];

export const TYPE_TEXT: Record<DependencyType, Text> = {
  blocked_by: 'dependencies.blockedBy',
  blocks: 'dependencies.blocks',
  relates_to: 'dependencies.relatesTo',
  duplicates: 'dependencies.duplicates',
  duplicated_by: 'dependencies.duplicatedBy',
};

export const LINK_TEXT: Record<LinkKind, Text> = {
  finish_to_start: 'dependencies.finishToStart',
  start_to_start: 'dependencies.startToStart',
  finish_to_finish: 'dependencies.finishToFinish',
  start_to_finish: 'dependencies.startToFinish',
};

export const LINKS: readonly LinkKind[] = ['finish_to_start', 'start_to_start', 'finish_to_finish', 'start_to_finish'];

export const isTied = (type: DependencyType): boolean => type === 'blocks' || type === 'blocked_by';

/** Which ends are tied and how far apart; empty for the usual: it starts when the other is finished. */
export function linkText({ link, lagMinutes }: Pick<Dependency, 'link' | 'lagMinutes'>): string {
  const lag = lagMinutes ?? 0;
  const length = formatMinutes(Math.abs(lag));
  return [
    link && link !== 'finish_to_start' ? t(LINK_TEXT[link]) : '',
    lag > 0 ? t('dependencies.lag', { length }) : lag < 0 ? t('dependencies.overlap', { length }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const isWaiting = ({ type, task }: Dependency) => type === 'blocked_by' && isOpen(task);

/** Whether something that is open keeps the task waiting. */
export const keepsWaiting = (dependencies: readonly Dependency[]): boolean => dependencies.some(isWaiting);

/** Why two tasks cannot have a dependency: a circle is told from task to task. */
export function refusalText(error: unknown): string {
  const cycle = error instanceof ApiError ? error.problem.cycle : undefined;
  if (!Array.isArray(cycle)) return reasonOf(error);
  const keys = cycle.map(String);
  const steps = keys.slice(1).map((key, index) => t('dependencies.cycleStep', { from: keys[index] ?? '', to: key }));
  return t('dependencies.cycle', { steps: steps.join(', ') });
}
