import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { Workload } from '@/features/allocations/workload';
import { projectsQuery } from '@/features/projects/project-queries';

const route = '/shell/p/$key/workload';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function WorkloadPage() {
  const { key } = useParams({ from: route });
  const { week } = useSearch({ from: route });
  const navigate = useNavigate({ from: '/p/$key/workload' });
  const { data: projects = [] } = useQuery(projectsQuery);
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <div className="planning-page planning-wide">
          <Workload
            key={project.id}
            project={project}
            projects={projects.filter(({ workspaceId }) => workspaceId === project.workspaceId)}
            week={week && DAY.test(week) ? week : undefined}
            onWeek={(monday) => void navigate({ search: { week: monday }, resetScroll: false })}
          />
        </div>
      )}
    </ProjectGate>
  );
}
