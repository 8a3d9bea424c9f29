import { Link } from '@tanstack/react-router';
import { Flag } from 'lucide-react';
import type { GoalLink, Project } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { t } from '@/lib/i18n';
import { Progress } from '@/ui/progress';

type Props = { links: readonly GoalLink[]; projects: readonly Project[]; hiddenCount: number };

/** What is linked to a goal, with what each contributes. */
export function GoalLinks({ links, projects, hiddenCount }: Props) {
  return (
    <ul className="goal-links">
      {links.map((link) => {
        const project = projects.find(({ id }) => id === link.projectId);
        const isMilestone = link.kind === 'milestone';
        const name = (
          <>
            {isMilestone ? <Flag size={13} aria-hidden="true" /> : project && <ProjectMark project={project} />}
            <span className="truncate">{link.name}</span>
            {isMilestone && project && <span className="flex-none text-ink-3">{project.key}</span>}
          </>
        );
        return (
          <li key={link.id}>
            {project ? (
              <Link
                to={isMilestone ? '/p/$key/milestones' : '/p/$key/board'}
                params={{ key: project.key }}
                className="goal-link"
              >
                {name}
              </Link>
            ) : (
              <span className="goal-link">{name}</span>
            )}
            {link.progress && (
              <>
                <Progress
                  value={link.progress.percent}
                  label={t('goals.progress', {
                    name: link.name,
                    done: link.progress.done,
                    total: link.progress.total,
                  })}
                />
                <span className="goal-part" aria-hidden="true">
                  {t('goals.part', { done: link.progress.done, total: link.progress.total })}
                </span>
              </>
            )}
          </li>
        );
      })}
      {hiddenCount > 0 && <li>{t('goals.more', { count: hiddenCount })}</li>}
    </ul>
  );
}
