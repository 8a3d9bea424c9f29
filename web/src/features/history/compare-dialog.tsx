import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { differenceQuery } from '@/features/history/history-queries';
import { type HistoryAct, UNTOLD_FIELDS } from '@/features/history/history-words';
import { mayEditTasks } from '@/features/projects/project-rights';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { fieldName, valueText, type Words } from '@/features/tasks/field-words';
import { restoreTask } from '@/features/tasks/restore-task';
import { clockTime, dayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Skeleton } from '@/ui/skeleton';

const NOW = 'now';
const UNRESTORABLE = [...UNTOLD_FIELDS, 'deletedAt'];

type Props = { acts: readonly { act: HistoryAct; text: string }[]; words: Words; from: string; onClose: () => void };

/** In what the task differs between any two moments of its history, and the way back for each field. */
export function CompareDialog({ acts, words, from: first, onClose }: Props) {
  const { task, project } = useTaskContext();
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState<string>(NOW);
  const [isBusy, setIsBusy] = useState(false);
  const difference = useQuery(differenceQuery(task.id, from, to === NOW ? null : to));
  const mayRestore = mayEditTasks(project) && project.state === 'active' && to === NOW;

  const moments = acts.map(({ act, text }) => {
    const when = t('peek.dayAndTime', { day: shortDate(dayOf(act.at), words.now), time: clockTime(act.at) });
    return { value: act.at, label: t('history.entry', { when, text }) };
  });
  moments.reverse();
  const changes = Object.entries(difference.data?.changes ?? {}).filter(([field]) => !UNTOLD_FIELDS.includes(field));

  const restore = async (fields: readonly string[] | undefined, told: string) => {
    setIsBusy(true);
    const isDone = await restoreTask(queryClient, task, { asOf: from, fields }, told);
    setIsBusy(false);
    if (isDone && fields === undefined) onClose();
    else void difference.refetch();
  };

  return (
    <Dialog title={t('history.compareTitle')} isOpen onClose={onClose} width={720}>
      <div className="compare-moments">
        <Field label={t('history.before')}>
          {(control) => <Select {...control} value={from} options={moments} onChange={setFrom} />}
        </Field>
        <Field label={t('history.after')}>
          {(control) => (
            <Select
              {...control}
              value={to}
              options={[{ value: NOW, label: t('history.now') }, ...moments]}
              onChange={setTo}
            />
          )}
        </Field>
      </div>
      {difference.error && <ErrorState title={t('history.compareFailed')} onRetry={() => void difference.refetch()} />}
      {difference.isPending && <Skeleton height={90} />}
      {difference.data && changes.length === 0 && <p className="py-6 text-center text-ink-2">{t('history.same')}</p>}
      {changes.length > 0 && (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              <th scope="col">{t('history.before')}</th>
              <th scope="col">{t('history.after')}</th>
              {mayRestore && (
                <th scope="col">
                  <span className="sr-only">{t('history.restoreField')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {changes.map(([field, change]) => {
              const [name, before] = [fieldName(field), valueText(field, change.from, words)];
              return (
                <tr key={field}>
                  <th scope="row">{name}</th>
                  <td>
                    <del>{before}</del>
                  </td>
                  <td>
                    <ins>{valueText(field, change.to, words)}</ins>
                  </td>
                  {mayRestore && (
                    <td className="compare-act">
                      {!UNRESTORABLE.includes(field) && (
                        <Button
                          variant="ghost"
                          disabled={isBusy}
                          aria-label={t('history.restoreFieldLabel', { field: name, value: before })}
                          onClick={() =>
                            void restore([field], t('history.restoredField', { key: task.key, field: name }))
                          }
                        >
                          {t('history.restoreField')}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {mayRestore && changes.length > 1 && (
        <div className="dialog-actions">
          <Button
            variant="primary"
            isBusy={isBusy}
            onClick={() => void restore(undefined, t('history.restoredTask', { key: task.key }))}
          >
            {t('history.restoreAll')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
