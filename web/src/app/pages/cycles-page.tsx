import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskBeside } from '@/app/pages/task-beside';
import { CycleList } from '@/features/cycles/cycle-list';

export function CyclesPage() {
  const { key } = useParams({ from: '/shell/p/$key/cycles' });
  const { task: openKey } = useSearch({ from: '/shell/p/$key/cycles' });
  const navigate = useNavigate({ from: '/p/$key/cycles' });
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <>
          <div className="planning-page">
            <CycleList
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
