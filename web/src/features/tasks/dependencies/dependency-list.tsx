import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Dependency } from '@/api/types';
import { AddDependency } from '@/features/tasks/dependencies/add-dependency';
import {
  dependenciesQuery,
  useDependencyChanges,
  useFollowDependencies,
} from '@/features/tasks/dependencies/dependency-queries';
import { DEPENDENCY_TYPES, linkText, TYPE_TEXT } from '@/features/tasks/dependencies/dependency-words';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isOpen } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { Popover } from '@/ui/popover';

/** What the task waits for, what waits for it, and what else it has to do with. */
export function DependencyList() {
  const { task, mayEdit } = useTaskContext();
  const { data: dependencies = [], error } = useQuery(dependenciesQuery(task.id));
  const { remove } = useDependencyChanges(task);
  const [isAdding, setIsAdding] = useState(false);
  useFollowDependencies(task.id);
  if (dependencies.length === 0 && !mayEdit && !error) return null;
  const groups = DEPENDENCY_TYPES.map((type) => ({
    type,
    items: dependencies.filter((dependency) => dependency.type === type),
  })).filter(({ items }) => items.length > 0);

  return (
    <section className="mt-8" aria-labelledby="dependencies-title">
      <div className="flex min-h-8 items-center gap-3">
        <h3 id="dependencies-title">{t('dependencies.title')}</h3>
        {mayEdit && (
          <span className="ms-auto flex">
            <Popover
              align="end"
              label={t('dependencies.add')}
              isOpen={isAdding}
              onOpenChange={setIsAdding}
              trigger={
                <IconButton label={t('dependencies.add')}>
                  <Plus size={16} />
                </IconButton>
              }
            >
              <AddDependency known={dependencies} onDone={() => setIsAdding(false)} />
            </Popover>
          </span>
        )}
      </div>
      {error && <p className="text-xs text-danger">{t('dependencies.loadFailed', { reason: reasonOf(error) })}</p>}
      {groups.map(({ type, items }) => (
        <div key={type}>
          <h4 id={`dependencies-${type}`} className="dependency-type">
            {t(TYPE_TEXT[type])}
          </h4>
          <ul className="-mx-2" aria-labelledby={`dependencies-${type}`}>
            {items.map((dependency) => (
              <DependencyRow
                key={dependency.id}
                dependency={dependency}
                onRemove={mayEdit ? () => remove.mutate(dependency) : null}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type RowProps = { dependency: Dependency; onRemove: (() => void) | null };

function DependencyRow({ dependency, onRemove }: RowProps) {
  const { onOpenTask } = useTaskContext();
  const { task } = dependency;
  const link = linkText(dependency);
  return (
    <li className="subtask">
      <span className="subtask-tick">
        <StatusIcon category={task.statusCategory} size={15} />
      </span>
      <button type="button" className="subtask-open" data-done={!isOpen(task)} onClick={() => onOpenTask(task.key)}>
        <span className="flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
        <span className="min-w-0 flex-1 truncate">{task.title}</span>
        {link && <span className="flex-none text-xs text-ink-3">{link}</span>}
      </button>
      {onRemove && (
        <span className="step-acts">
          <IconButton label={t('dependencies.remove', { key: task.key })} onClick={onRemove}>
            <X size={14} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
