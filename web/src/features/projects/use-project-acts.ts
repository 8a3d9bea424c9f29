import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { keepProject, refreshProjects } from '@/features/projects/project-lifecycle';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { showToast } from '@/ui/toast-store';

type Act = {
  project: Project;
  /** What it looks like before the server has answered; null: gone. */
  seen: Project | null;
  run: () => Promise<unknown>;
  done: Text;
  onUndo?: () => void;
};

/** Archiving, deleting and their way back, told by a message with Undo. They outlive the page they start on. */
export function useProjectActs() {
  const queryClient = useQueryClient();

  async function act(given: Act): Promise<void> {
    const { project, seen, run, done, onUndo } = given;
    const { name } = project;
    if (seen) keepProject(queryClient, seen);
    try {
      await run();
      showToast(t(done, { name }), { action: onUndo && { label: t('ui.undo'), onAct: onUndo } });
    } catch (fault) {
      const action = { label: t('ui.retry'), onAct: () => void act(given) };
      showToast(t('projects.actFailed', { name, reason: reasonOf(fault) }), { tone: 'danger', action });
    }
    await refreshProjects(queryClient);
  }

  const path = (project: Project) => `/api/projects/${project.id}`;
  const archive = (project: Project): Promise<void> =>
    act({
      project,
      seen: { ...project, state: 'archived' },
      run: () => api.post(`${path(project)}/archive`),
      done: 'projects.archivedNow',
      onUndo: () => void unarchive(project),
    });
  const unarchive = (project: Project): Promise<void> =>
    act({
      project,
      seen: { ...project, state: 'active' },
      run: () => api.post(`${path(project)}/unarchive`),
      done: 'projects.unarchivedNow',
    });
  const remove = (project: Project): Promise<void> =>
    act({
      project,
      seen: null,
      run: () => api.delete(path(project)),
      done: 'projects.deletedNow',
      onUndo: () => void restore(project),
    });
  const restore = (project: Project): Promise<void> =>
    act({
      project,
      seen: null,
      run: () => api.post(`${path(project)}/restore`),
      done: 'projects.restoredNow',
    });
  return { archive, unarchive, remove, restore };
}
