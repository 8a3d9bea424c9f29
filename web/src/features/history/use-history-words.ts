import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TaskHistoryEntry } from '@/api/types';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { taskTypesQuery } from '@/features/projects/task-type-queries';
import { dependenciesQuery } from '@/features/tasks/dependencies/dependency-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import type { Words } from '@/features/tasks/field-words';
import { useTaskNames } from '@/features/tasks/use-task-names';
import { useToday } from '@/lib/use-today';

/** So many other tasks are asked for by their names; a history that tells of more calls the rest "another task". */
const MOST_NAMES = 20;

/** The ids of the other tasks that a history tells of. */
function othersIn(entries: readonly TaskHistoryEntry[]): string[] {
  const ids = entries.flatMap(({ changes }) =>
    [changes.parentId?.from, changes.parentId?.to, changes.dependencies?.from, changes.dependencies?.to].flatMap(
      (value: unknown) => {
        if (typeof value === 'string') return [value];
        if (typeof value !== 'object' || value === null) return [];
        return 'taskId' in value && typeof value.taskId === 'string' ? [value.taskId] : [];
      },
    ),
  );
  return [...new Set(ids)];
}

/** What the sentences of a task's history need to know: the names of states, people, types, milestones and other tasks. */
export function useHistoryWords(entries: readonly TaskHistoryEntry[]): Words {
  const { task, project, states, members } = useTaskContext();
  const now = useToday();
  const { data: types } = useQuery(taskTypesQuery(project.id));
  const { data: milestones } = useQuery(milestonesQuery(project.id));
  const { data: dependencies } = useQuery(dependenciesQuery(task.id));
  const others = useMemo(() => othersIn(entries), [entries]);
  const linked = useMemo(
    () => new Map(dependencies?.map(({ taskId, task: other }) => [taskId, other.key] as const)),
    [dependencies],
  );
  const loaded = useTaskNames(others.filter((id) => !linked.has(id)).slice(0, MOST_NAMES));
  return useMemo(() => {
    const names = new Map(linked);
    for (const milestone of milestones ?? []) names.set(milestone.id, milestone.name);
    for (const [id, other] of loaded) if (other) names.set(id, other.key);
    return { states, members, now, types, names };
  }, [states, members, now, types, milestones, linked, loaded]);
}
