import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useEffect } from 'react';
import { reasonOf } from '@/api/reason';
import type { Instantiation, Project } from '@/api/types';
import { instantiationQuery, takeInProject } from '@/features/projects/templates/project-template-queries';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

type Props = {
  use: Instantiation;
  name: string;
  onMade: (project: Project) => void;
  /** Back to the form, with all that was filled in. */
  onBack: () => void;
};

/** Follows the making of a project until it opens, or says why there is none. */
export function MakingProject({ use, name, onMade, onBack }: Props) {
  const queryClient = useQueryClient();
  const { data = use, error } = useQuery(instantiationQuery(use));
  const projectId = data.state === 'completed' ? data.projectId : null;
  const made = useQuery({
    queryKey: ['project-templates', 'made', projectId] as const,
    queryFn: () => takeInProject(queryClient, projectId ?? ''),
    enabled: projectId !== null,
  });
  const handleMade = useStable(onMade);

  // The page that opens is outside this dialog.
  useEffect(() => {
    if (made.data) handleMade(made.data);
  }, [made.data, handleMade]);

  const fault = error ?? made.error;
  if (data.state === 'failed' || fault) {
    return (
      <>
        <Banner tone="danger">
          {t('projectTemplates.failed', { name, reason: fault ? reasonOf(fault) : (data.reason ?? '') })}
        </Banner>
        <div className="dialog-actions">
          <Button variant="primary" onClick={onBack}>
            {t('templates.back')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div role="status">
      <EmptyState
        icon={<LayoutTemplate size={22} />}
        title={t('projectTemplates.making', { name })}
        text={t(data.state === 'delayed' ? 'projectTemplates.delayed' : 'projectTemplates.makingText')}
      />
    </div>
  );
}
