import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useState } from 'react';
import type { Task } from '@/api/types';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { taskQuery } from '@/features/tasks/task-queries';
import { TaskSearch } from '@/features/tasks/task-search';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';

/** The task that this one is a part of. */
export function ParentPick() {
  const queryClient = useQueryClient();
  const { shown, project, mayEdit, edit } = useTaskContext();
  const [isOpen, setIsOpen] = useState(false);
  const { data: parent } = useQuery({ ...taskQuery(shown.parentId ?? ''), enabled: shown.parentId !== null });
  const name = t('peek.parent');
  const value =
    shown.parentId === null ? t('tasks.none') : parent ? `${parent.key} ${parent.title}` : t('peek.loading');
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;

  const handleChoose = (next: Task | null) => {
    setIsOpen(false);
    if (next && !queryClient.getQueryData(taskQuery(next.id).queryKey))
      void queryClient.prefetchQuery(taskQuery(next.id));
    void edit({ parentId: next?.id ?? null }, name);
  };
  return (
    <Fact name={name}>
      <Popover
        label={name}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <FactValue name={name} isEmpty={shown.parentId === null}>
            <span className="truncate">{value}</span>
          </FactValue>
        }
      >
        <TaskSearch
          label={name}
          within={{ projectId: project.id }}
          isOffered={(task) => task.id !== shown.id && task.parentId !== shown.id}
          onChoose={handleChoose}
        >
          {shown.parentId && (
            <Command.Item className="menu-item" value="none" onSelect={() => handleChoose(null)}>
              {t('peek.noParent')}
            </Command.Item>
          )}
        </TaskSearch>
      </Popover>
    </Fact>
  );
}
