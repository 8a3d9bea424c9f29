import { useState } from 'react';
import type { Dependency, DependencyType, LinkKind, Task } from '@/api/types';
import { useDependencyChanges } from '@/features/tasks/dependencies/dependency-queries';
import {
  DEPENDENCY_TYPES,
  isTied,
  LINK_TEXT,
  LINKS,
  refusalText,
  TYPE_TEXT,
} from '@/features/tasks/dependencies/dependency-words';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { TaskSearch } from '@/features/tasks/task-search';
import { parseLag } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = { known: readonly Dependency[]; onDone: () => void };

/** What it is, and for one that blocks how it is tied; choosing the other task adds it. */
export function AddDependency({ known, onDone }: Props) {
  const { task, project } = useTaskContext();
  const { add } = useDependencyChanges(task);
  const [type, setType] = useState<DependencyType>('blocked_by');
  const [link, setLink] = useState<LinkKind>('finish_to_start');
  const [lag, setLag] = useState('');
  const [hasFault, setHasFault] = useState(false);
  const isTaken = (id: string) => known.some((other) => other.taskId === id && other.type === type);

  const handleChoose = (other: Task) => {
    const lagMinutes = isTied(type) ? parseLag(lag) : null;
    if (lagMinutes === null && isTied(type) && lag.trim()) return setHasFault(true);
    add.mutate({ type, other, link: isTied(type) ? link : null, lagMinutes }, { onSuccess: onDone });
  };
  return (
    <div className="dependency-form">
      <Field label={t('dependencies.type')}>
        {(control) => (
          <Select
            {...control}
            value={type}
            options={DEPENDENCY_TYPES.map((value) => ({ value, label: t(TYPE_TEXT[value]) }))}
            onChange={setType}
          />
        )}
      </Field>
      {isTied(type) && (
        <div className="grid grid-cols-[1fr_104px] gap-2">
          <Field label={t('dependencies.link')}>
            {(control) => (
              <Select
                {...control}
                value={link}
                options={LINKS.map((value) => ({ value, label: t(LINK_TEXT[value]) }))}
                onChange={setLink}
              />
            )}
          </Field>
          <Field label={t('dependencies.lagName')} errors={hasFault ? [t('peek.estimateFault')] : undefined}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                placeholder="2h"
                value={lag}
                onChange={(event) => {
                  setLag(event.target.value);
                  setHasFault(false);
                }}
              />
            )}
          </Field>
        </div>
      )}
      {add.error && (
        <p role="alert" className="text-xs text-danger">
          {t('dependencies.notAdded', { reason: refusalText(add.error) })}
        </p>
      )}
      <TaskSearch
        label={t('dependencies.other')}
        within={{ workspaceId: project.workspaceId }}
        isOffered={(other) => other.id !== task.id && !isTaken(other.id)}
        onChoose={handleChoose}
      />
    </div>
  );
}
