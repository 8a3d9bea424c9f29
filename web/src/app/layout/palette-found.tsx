import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useEffect } from 'react';
import type { Project, Task } from '@/api/types';
import { PaletteRow } from '@/app/layout/palette-row';
import { peopleSearchQuery } from '@/features/projects/people-queries';
import { StatusIcon } from '@/features/tasks/status-icon';
import { taskListQuery, taskQuery } from '@/features/tasks/task-queries';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { recentTasks } from '@/lib/recent-tasks';
import { useStable } from '@/lib/use-stable';
import { Avatar } from '@/ui/avatar';

type TaskRowsProps = {
  heading: string;
  tasks: readonly Task[];
  projects: readonly Project[];
  query: string;
  onOpen: (task: Task) => void;
};

function TaskRows({ heading, tasks, projects, query, onOpen }: TaskRowsProps) {
  if (tasks.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {tasks.map((task) => (
        <PaletteRow
          key={task.id}
          id={`open/${task.id}`}
          icon={<StatusIcon category={task.statusCategory} />}
          text={`${task.key} ${task.title}`}
          detail={projects.find((project) => project.id === task.projectId)?.name}
          // The server decided that it matches, perhaps by its description.
          words={[query]}
          onRun={() => onOpen(task)}
        />
      ))}
    </Command.Group>
  );
}

type FoundProps = {
  query: string;
  projects: readonly Project[];
  onOpen: (task: Task) => void;
  onPerson: (userId: string) => void;
  /** The answer to what was typed is on the screen. */
  onShown: () => void;
};

/** Tasks and people that the server finds for what was typed. */
export function Found({ query, projects, onOpen, onPerson, onShown }: FoundProps) {
  const handleShown = useStable(onShown);
  const { data: page, isPlaceholderData } = useQuery({
    ...taskListQuery({ q: query, limit: '8', sort: '-updatedAt' }),
    placeholderData: keepPreviousData,
  });
  const { data: people = [] } = useQuery({ ...peopleSearchQuery(query), placeholderData: keepPreviousData });
  const count = isPlaceholderData ? null : page?.items.length;

  // Screen readers hear how many there are once the answer is here.
  useEffect(() => {
    if (count != null) announce(t('palette.found', { count }));
  }, [count]);

  // The menu sorts its rows once they are there, outside React.
  useEffect(() => {
    if (!page || isPlaceholderData) return undefined;
    const frame = requestAnimationFrame(handleShown);
    return () => cancelAnimationFrame(frame);
  }, [page, isPlaceholderData, handleShown]);

  return (
    <>
      <TaskRows
        heading={t('app.paletteTasks')}
        tasks={page?.items ?? []}
        projects={projects}
        query={query}
        onOpen={onOpen}
      />
      {people.length > 0 && (
        <Command.Group heading={t('palette.people')}>
          {people.map((person) => (
            <PaletteRow
              key={person.id}
              id={`person/${person.id}`}
              icon={
                <Avatar id={person.id} name={person.displayName} imageUrl={person.avatarUrl} size={20} isDecorative />
              }
              text={t('palette.tasksOf', { name: person.displayName })}
              words={[query]}
              onRun={() => onPerson(person.id)}
            />
          ))}
        </Command.Group>
      )}
    </>
  );
}

type RecentProps = { exceptKey: string | undefined; projects: readonly Project[]; onOpen: (task: Task) => void };

/** The tasks opened last that the reader can still see. */
export function Recent({ exceptKey, projects, onOpen }: RecentProps) {
  const tasks = useQueries({
    queries: recentTasks()
      .filter((key) => key !== exceptKey)
      .map((key) => ({ ...taskQuery(key), retry: false })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return <TaskRows heading={t('palette.recent')} tasks={tasks} projects={projects} query="" onOpen={onOpen} />;
}
