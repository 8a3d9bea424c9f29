import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Project, User } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { mayManage } from '@/features/projects/project-rights';
import { useLiveParts } from '@/features/projects/use-live-parts';
import { profileQuery } from '@/features/session/session-queries';
import { periodOf } from '@/features/time/periods';
import { ProjectTime } from '@/features/time/project-time';
import { shownOf } from '@/features/time/sheets/approvals';
import { SheetApprovals } from '@/features/time/sheets/sheet-approvals';
import { sheetsQuery } from '@/features/time/sheets/sheet-queries';
import { timeKeys } from '@/features/time/timer-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';

const route = '/shell/p/$key/time';

/** What is spent, and for those who approve it the weeks that were handed in. */
function Tabs({ project, isWeeks }: { project: Project; isWeeks: boolean }) {
  const { data: waiting = [] } = useQuery(sheetsQuery(project.id, { state: 'submitted' }));
  const shared = {
    to: '/p/$key/time',
    params: { key: project.key },
    className: 'tab',
    activeOptions: { exact: true },
  } as const;
  return (
    <nav className="flex gap-1" aria-label={t('sheets.tabs')}>
      <Link {...shared} search={{}} aria-current={isWeeks ? undefined : 'page'}>
        {t('sheets.entriesTab')}
      </Link>
      <Link {...shared} search={{ show: 'weeks' }} aria-current={isWeeks ? 'page' : undefined}>
        {t('sheets.title')}
        {waiting.length > 0 && <span className="text-ink-3 tabular-nums">{waiting.length}</span>}
      </Link>
    </nav>
  );
}

function TimeOfProject({ project, user }: { project: Project; user: User }) {
  const { period, person, show, state } = useSearch({ from: route });
  const navigate = useNavigate({ from: '/p/$key/time' });
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), resetScroll: false });
  const isManager = mayManage(project);
  useLiveParts(project.id, timeKeys.all, 'time_entry', 'time_sheet', 'rate');
  const isWeeks = isManager && show === 'weeks';
  return (
    <div className="planning-page">
      {isManager && <Tabs project={project} isWeeks={isWeeks} />}
      {isWeeks ? (
        <SheetApprovals
          project={project}
          userId={user.id}
          shown={shownOf(state)}
          onShow={(shown) => change({ state: shown === 'submitted' ? undefined : shown })}
        />
      ) : (
        <ProjectTime project={project} userId={user.id} period={periodOf(period)} person={person} onChange={change} />
      )}
    </div>
  );
}

export function ProjectTimePage() {
  const { key } = useParams({ from: route });
  const { data: user } = useQuery(profileQuery);
  return (
    <ProjectGate projectKey={key}>
      {(project) => user && <TimeOfProject key={project.id} project={project} user={user} />}
    </ProjectGate>
  );
}
