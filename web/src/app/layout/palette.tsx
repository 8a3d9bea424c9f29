import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { ChevronLeft, Search } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Project } from '@/api/types';
import { PaletteActions, PalettePlaces } from '@/app/layout/palette-commands';
import { Found, Recent } from '@/app/layout/palette-found';
import { TaskActions, type TaskChoice, TaskChoices } from '@/app/layout/palette-task';
import { closeLayer, earlyText } from '@/app/shell-state';
import { projectsQuery } from '@/features/projects/project-queries';
import { taskQuery } from '@/features/tasks/task-queries';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { useSettled } from '@/lib/use-settled';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

type Props = {
  project: Project | null;
  /** The task that is open on the page. */
  taskKey: string | undefined;
  onOpenTask: (task: { key: string; projectId: string }) => void;
};

const TYPING_MS = 120;
const CHOICE_TEXT: Record<TaskChoice, Text> = {
  status: 'tasks.status',
  assignee: 'tasks.assignee',
  priority: 'tasks.priority',
  labels: 'tasks.labels',
};

/** ⌘K: every page, every action, every task. */
export function Palette({ project, taskKey, onOpenTask }: Props) {
  const [text, setText] = useState(earlyText);
  // It may be drawn for a moment before it is shown, and until then the line that stands there is typed into.
  useLayoutEffect(() => setText(earlyText()), []);
  const [choice, setChoice] = useState<TaskChoice | null>(null);
  const [row, setRow] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);
  const query = useSettled(text.trim(), TYPING_MS);
  const navigate = useNavigate();
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: task } = useQuery({ ...taskQuery(taskKey ?? ''), enabled: taskKey !== undefined });
  const owner = projects.find((candidate) => candidate.id === task?.projectId);

  const choose = (next: TaskChoice | null) => {
    setChoice(next);
    setText('');
  };
  const handleText = (next: string) => {
    hasMoved.current = false;
    setText(next);
  };
  // What the server finds comes to stand above what was chosen for want of it.
  const handleShown = () => {
    const first = list.current?.querySelector('[cmdk-item]')?.getAttribute('data-value');
    if (first && !hasMoved.current) setRow(first);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasMoved.current = true;
    if (event.key !== 'Backspace' || text !== '' || choice === null) return;
    event.preventDefault();
    choose(null);
  };
  const handlePerson = (userId: string) => {
    const key = project?.key ?? projects.find((candidate) => candidate.state === 'active')?.key;
    if (key) void navigate({ to: '/p/$key/list', params: { key }, search: { assignee: userId } });
  };

  return (
    <Dialog title={t('app.palette')} isOpen onClose={() => (choice ? choose(null) : closeLayer())} isBare width={640}>
      <Command
        key={choice ?? 'all'}
        label={t('app.palette')}
        loop
        value={row}
        onValueChange={setRow}
        onKeyDown={handleKey}
      >
        <div className="flex items-center gap-3 border-b border-line px-4">
          {choice ? (
            <button
              type="button"
              className="icon-btn -ms-1"
              aria-label={t('palette.back')}
              onClick={() => choose(null)}
            >
              <ChevronLeft size={17} />
            </button>
          ) : (
            <Search size={17} className="flex-none text-ink-3" aria-hidden="true" />
          )}
          {task && owner && <span className="badge flex-none">{`${task.key} · ${owner.name}`}</span>}
          <Command.Input
            className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
            placeholder={choice ? t(CHOICE_TEXT[choice]) : t('app.palettePlaceholder')}
            value={text}
            onValueChange={handleText}
            autoFocus
          />
          <KeyHint keys="escape" />
        </div>
        <Command.List ref={list} className="max-h-[50vh] overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-4 text-ink-3">{t('ui.noMatch')}</Command.Empty>
          {task && choice && <TaskChoices task={task} choice={choice} />}
          {!choice && (
            <>
              {query.length > 1 && (
                <Found
                  query={query}
                  projects={projects}
                  onOpen={onOpenTask}
                  onPerson={handlePerson}
                  onShown={handleShown}
                />
              )}
              {task && owner && <TaskActions task={task} project={owner} onChoose={choose} />}
              {query.length <= 1 && <Recent exceptKey={taskKey} projects={projects} onOpen={onOpenTask} />}
              <PaletteActions project={project} />
              <PalettePlaces project={project} projects={projects} />
            </>
          )}
        </Command.List>
        <footer className="flex flex-wrap items-center gap-4 border-t border-line px-4 py-2 text-xs text-ink-2 max-phone:hidden">
          <span className="flex items-center gap-1.5">
            <KeyHint keys="↑ ↓" /> {t('palette.move')}
          </span>
          <span className="flex items-center gap-1.5">
            <KeyHint keys="enter" /> {t('palette.run')}
          </span>
          {choice && (
            <span className="flex items-center gap-1.5">
              <KeyHint keys="escape" /> {t('palette.back')}
            </span>
          )}
        </footer>
      </Command>
    </Dialog>
  );
}
