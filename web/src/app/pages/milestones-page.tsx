import { useParams } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { MilestoneList } from '@/features/milestones/milestone-list';

export function MilestonesPage() {
  const { key } = useParams({ from: '/shell/p/$key/milestones' });
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <div className="planning-page">
          <MilestoneList key={project.id} project={project} />
        </div>
      )}
    </ProjectGate>
  );
}
