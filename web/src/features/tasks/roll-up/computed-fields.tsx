import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Sigma, SquareFunction } from 'lucide-react';
import type { CustomField } from '@/api/types';
import { Fact } from '@/features/tasks/edit/fact';
import { ownText } from '@/features/tasks/edit/own/own-values';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { computedQuery, useFollowProject } from '@/features/tasks/roll-up/roll-up-queries';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';

type Props = { fields: readonly CustomField[]; isAll: boolean };

/** The fields that are computed: read, and never set. The past has none of them. */
export function ComputedFields({ fields, isAll }: Props) {
  const { task, shown, members } = useTaskContext();
  const { data } = useQuery({ ...computedQuery(task), placeholderData: keepPreviousData });
  const now = useToday();
  useFollowProject(task.projectId);
  if (!data || shown.version < task.version) return null;
  return fields.flatMap((field) => {
    const text = ownText(field, data[field.name], { members, now });
    if (text === null && !isAll) return [];
    const Icon = field.type === 'formula' ? SquareFunction : Sigma;
    return (
      <Fact key={field.id} name={field.name}>
        <span className="fact-computed" title={field.formula ?? field.description}>
          {text ?? t('tasks.none')}
          <Icon size={13} role="img" aria-label={t('taskRollUp.computed')} />
        </span>
      </Fact>
    );
  });
}
