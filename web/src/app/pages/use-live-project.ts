import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '@/api/live';
import { projectKeys } from '@/features/projects/project-queries';

const PARTS = ['label', 'custom_field', 'task_template'];

/** Follows what others change in the settings of a project: its states, types, labels, fields, templates and people. */
export function useLiveProject(projectId: string) {
  const queryClient = useQueryClient();
  // The hub is outside React: joined and left with the screen.
  useEffect(() => {
    const refresh = () => void queryClient.invalidateQueries({ queryKey: [...projectKeys.all, projectId] });
    const stopListening = live.listen({
      changed: ({ subject }) => {
        if (PARTS.includes(subject.kind) || (subject.kind === 'project' && subject.id === projectId)) refresh();
      },
      reset: refresh,
    });
    const stopWatching = live.watch('project', projectId);
    return () => {
      stopListening();
      stopWatching();
    };
  }, [projectId, queryClient]);
}
