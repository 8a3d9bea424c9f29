import { useParams } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { TrashList } from '@/features/trash/trash-list';

export function TrashPage() {
  const { key } = useParams({ from: '/shell/p/$key/trash' });
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <div className="planning-page">
          <TrashList key={project.id} project={project} />
        </div>
      )}
    </ProjectGate>
  );
}
