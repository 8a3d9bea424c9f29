import type { TaskTemplate } from '@/api/types';
import { priorityLabel } from '@/features/tasks/task-state';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

/** What a template says of its tasks, in one line. */
export const templateFacts = (template: TaskTemplate): string[] => {
  const { startInDays, dueInDays, deadlineInDays, steps, priority, variables } = template;
  const { difficulty, estimateMinutes, durationMinutes } = template;
  return [
    priority === 'none' ? '' : priorityLabel(priority),
    startInDays === null ? '' : t('templates.startsAfter', { count: startInDays }),
    dueInDays === null ? '' : t('templates.dueAfter', { count: dueInDays }),
    deadlineInDays === null ? '' : t('templates.deadlineAfter', { count: deadlineInDays }),
    estimateMinutes === null ? '' : formatMinutes(estimateMinutes),
    durationMinutes === null ? '' : t('templates.takes', { length: formatMinutes(durationMinutes) }),
    difficulty === null ? '' : t('templates.difficultyOf', { level: difficulty }),
    steps.length === 0 ? '' : t('templates.stepCount', { count: steps.length }),
    variables.length === 0 ? '' : t('templates.asksFor', { names: variables.join(', ') }),
  ].filter(Boolean);
};
