import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Columns3, FolderKanban, ListChecks, Moon, Plus, Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Project } from '@/api/types';
import { closeLayer, openCreateProject, openCreateTask } from '@/app/shell-state';
import { projectColour } from '@/features/projects/project-colour';
import { projectsQuery } from '@/features/projects/project-queries';
import { StatusIcon } from '@/features/tasks/status-icon';
import { taskListQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { chooseTheme, isDark } from '@/lib/theme';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

type Props = { project: Project | null; onOpenTask: (task: { key: string; projectId: string }) => void };
type RowProps = { icon: ReactNode; text: string; keys?: string; onRun: () => void };

function Row({ icon, text, keys, onRun }: RowProps) {
  const handleSelect = () => {
    closeLayer();
    onRun();
  };
  return (
    <Command.Item className="menu-item !min-h-9" value={text} onSelect={handleSelect}>
      {icon}
      <span className="flex-1 truncate">{text}</span>
      {keys && <KeyHint keys={keys} />}
    </Command.Item>
  );
}

/** ⌘K: every page, every action, every task. */
export function Palette({ project, onOpenTask }: Props) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: found } = useQuery({
    ...taskListQuery({ q: query, limit: '8' }),
    enabled: query.length > 1,
    placeholderData: keepPreviousData,
  });
  const go = (key: string, view: 'board' | 'list') => () => void navigate({ to: `/p/$key/${view}`, params: { key } });

  return (
    <Dialog title={t('app.palette')} isOpen onClose={closeLayer} isBare width={640}>
      <Command label={t('app.palette')} loop>
        <div className="flex items-center gap-3 border-b border-line px-4">
          <Search size={17} className="text-ink-3" aria-hidden="true" />
          <Command.Input
            className="h-12 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
            placeholder={t('app.palettePlaceholder')}
            value={text}
            onValueChange={setText}
            autoFocus
          />
          <KeyHint keys="escape" />
        </div>
        <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-4 text-ink-3">{t('ui.noMatch')}</Command.Empty>
          <Command.Group heading={t('app.paletteActions')}>
            <Row icon={<Plus size={16} />} text={t('app.newTask')} keys="c" onRun={openCreateTask} />
            <Row icon={<FolderKanban size={16} />} text={t('projects.new')} onRun={openCreateProject} />
            <Row
              icon={<Moon size={16} />}
              text={t('app.theme')}
              keys="mod+shift+l"
              onRun={() => chooseTheme(isDark() ? 'light' : 'dark')}
            />
          </Command.Group>
          <Command.Group heading={t('app.paletteGo')}>
            {project && (
              <>
                <Row icon={<Columns3 size={16} />} text={t('app.goBoard')} keys="1" onRun={go(project.key, 'board')} />
                <Row icon={<ListChecks size={16} />} text={t('app.goList')} keys="2" onRun={go(project.key, 'list')} />
              </>
            )}
            <Row
              icon={<FolderKanban size={16} />}
              text={t('app.goProjects')}
              keys="g p"
              onRun={() => void navigate({ to: '/projects' })}
            />
            {projects.map((other) => (
              <Row
                key={other.id}
                icon={<i className="square" style={{ background: projectColour(other) }} />}
                text={other.name}
                onRun={go(other.key, 'board')}
              />
            ))}
          </Command.Group>
          {query.length > 1 && found && found.items.length > 0 && (
            <Command.Group heading={t('app.paletteTasks')}>
              {found.items.map((task) => (
                <Row
                  key={task.id}
                  icon={<StatusIcon category={task.statusCategory} />}
                  text={`${task.key} ${task.title}`}
                  onRun={() => onOpenTask(task)}
                />
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}
