import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { type ReactNode, useState } from 'react';
import type { Task } from '@/api/types';
import { StatusIcon } from '@/features/tasks/status-icon';
import { taskListQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { useSettled } from '@/lib/use-settled';

const MOST = '20';
const TYPING_MS = 200;

type Props = {
  label: string;
  /** Where is searched: one project, or a whole workspace. */
  within: { projectId: string } | { workspaceId: string };
  isOffered: (task: Task) => boolean;
  onChoose: (task: Task) => void;
  /** Before what was found. */
  children?: ReactNode;
};

/** Finds a task by its key or words of it; those changed last stand first. */
export function TaskSearch({ label, within, isOffered, onChoose, children }: Props) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim(), TYPING_MS);
  const { data, isError } = useQuery({
    ...taskListQuery({ ...within, q, limit: MOST, sort: '-updatedAt' }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter(isOffered);
  return (
    <Command label={label} shouldFilter={false} className="grid gap-1">
      <Command.Input className="input" placeholder={t('peek.findTask')} autoFocus onValueChange={setWords} />
      {isError && (
        <p role="alert" className="px-2 py-3 text-xs text-danger">
          {t('peek.searchFailed')}
        </p>
      )}
      <Command.List className="max-h-64 overflow-y-auto">
        {data && <Command.Empty className="px-2 py-3 text-ink-3">{t('ui.noMatch')}</Command.Empty>}
        {children}
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
