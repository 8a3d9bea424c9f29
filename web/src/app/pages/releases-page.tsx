import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskBeside } from '@/app/pages/task-beside';
import { ReleaseList } from '@/features/releases/release-list';

export function ReleasesPage() {
  const { key } = useParams({ from: '/shell/p/$key/releases' });
  const { task: openKey } = useSearch({ from: '/shell/p/$key/releases' });
  const navigate = useNavigate({ from: '/p/$key/releases' });
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <>
          <div className="planning-page">
            <ReleaseList
              key={project.id}
              project={project}
              onOpenTask={(task) => void navigate({ search: { task }, resetScroll: false })}
            />
          </div>
          {openKey && <TaskBeside taskKey={openKey} onClose={() => void navigate({ search: {} })} />}
        </>
      )}
    </ProjectGate>
  );
}
