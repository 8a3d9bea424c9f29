import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProjectGate } from '@/app/pages/project-gate';
import { profileQuery } from '@/features/session/session-queries';
import { periodOf } from '@/features/time/periods';
import { ProjectTime } from '@/features/time/project-time';

const route = '/shell/p/$key/time';

export function ProjectTimePage() {
  const { key } = useParams({ from: route });
  const { period, person } = useSearch({ from: route });
  const navigate = useNavigate({ from: '/p/$key/time' });
  const { data: user } = useQuery(profileQuery);
  return (
    <ProjectGate projectKey={key}>
      {(project) => (
        <div className="planning-page">
          {user && (
            <ProjectTime
              key={project.id}
              project={project}
              userId={user.id}
              period={periodOf(period)}
              person={person}
              onChange={(next) => void navigate({ search: (last) => ({ ...last, ...next }), resetScroll: false })}
            />
          )}
        </div>
      )}
    </ProjectGate>
  );
}
