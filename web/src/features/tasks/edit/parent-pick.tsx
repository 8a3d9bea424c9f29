import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useState } from 'react';
import type { Task } from '@/api/types';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { StatusIcon } from '@/features/tasks/status-icon';
import { taskListQuery, taskQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';

const MOST = '20';

function Candidates({ onChoose }: { onChoose: (task: Task | null) => void }) {
  const { shown, project } = useTaskContext();
  const [words, setWords] = useState('');
  const { data } = useQuery({
    ...taskListQuery({ projectId: project.id, q: words.trim(), limit: MOST, sort: '-updatedAt' }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter((task) => task.id !== shown.id && task.parentId !== shown.id);
  return (
    <Command label={t('peek.parent')} shouldFilter={false} className="grid gap-1">
      <Command.Input className="input" placeholder={t('peek.findTask')} autoFocus onValueChange={setWords} />
      <Command.List className="max-h-64 overflow-y-auto">
        {data && <Command.Empty className="px-2 py-3 text-ink-3">{t('ui.noMatch')}</Command.Empty>}
        {shown.parentId && (
          <Command.Item className="menu-item" value="none" onSelect={() => onChoose(null)}>
            {t('peek.noParent')}
          </Command.Item>
        )}
        {found.map((task) => (
          <Command.Item key={task.id} className="menu-item" value={task.id} onSelect={() => onChoose(task)}>
            <StatusIcon category={task.statusCategory} />
            <span className="flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
            <span className="min-w-0 flex-1 truncate">{task.title}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** The task that this one is a part of. */
export function ParentPick() {
  const queryClient = useQueryClient();
  const { shown, mayEdit, edit } = useTaskContext();
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
        <Candidates onChoose={handleChoose} />
      </Popover>
    </Fact>
  );
}
