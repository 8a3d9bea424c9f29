import type { QueryClient } from '@tanstack/react-query';
import type { Instantiation, Project } from '@/api/types';
import { instantiationQuery, isEnded, takeInProject } from '@/features/projects/templates/project-template-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { showToast } from '@/ui/toast-store';

const POLL_MS = 2000;
const MOST_POLLS = 450;

/** Goes on following a project that is being made after its dialog was closed, and tells how it ended. */
export async function followMaking(
  queryClient: QueryClient,
  use: Instantiation,
  name: string,
  onOpen: (project: Project) => void,
): Promise<void> {
  const query = { ...instantiationQuery(use), staleTime: 0 };
  try {
    for (let polls = 0; polls < MOST_POLLS; polls++) {
      const now = await queryClient.fetchQuery(query);
      if (now.projectId && now.state === 'completed') {
        const project = await takeInProject(queryClient, now.projectId);
        const open = { label: t('tasks.open'), onAct: () => onOpen(project) };
        return void showToast(t('projectTemplates.made', { name }), { action: open });
      }
      if (isEnded(now)) {
        const text = t('projectTemplates.failed', { name, reason: now.reason ?? '' });
        return void showToast(text, { tone: 'danger', lasts: null });
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } catch {
    // The way to it is cut: the list of projects shows it once it is there.
    showToast(t('projectTemplates.lostSight', { name }));
  }
}
