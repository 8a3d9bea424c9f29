import type { TaskTemplate } from '@/api/types';
import { priorityLabel } from '@/features/tasks/task-state';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

/** What a template says of its tasks, in one line. */
export const templateFacts = (template: TaskTemplate): string[] => {
  const { startInDays, dueInDays, deadlineInDays, steps, priority, estimateMinutes, variables } = template;
  return [
    priority === 'none' ? '' : priorityLabel(priority),
    startInDays === null ? '' : t('templates.startsAfter', { count: startInDays }),
    dueInDays === null ? '' : t('templates.dueAfter', { count: dueInDays }),
    deadlineInDays === null ? '' : t('templates.deadlineAfter', { count: deadlineInDays }),
    estimateMinutes === null ? '' : formatMinutes(estimateMinutes),
    steps.length === 0 ? '' : t('templates.stepCount', { count: steps.length }),
    variables.length === 0 ? '' : t('templates.asksFor', { names: variables.join(', ') }),
  ].filter(Boolean);
};
