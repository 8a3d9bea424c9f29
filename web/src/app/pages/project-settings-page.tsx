import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { useLiveProject } from '@/app/pages/use-live-project';
import { MemberList } from '@/features/members/member-list';
import { MilestoneList } from '@/features/milestones/milestone-list';
import { CalendarEditor } from '@/features/project-settings/calendar/calendar-editor';
import { DangerZone } from '@/features/project-settings/danger-zone';
import { FieldList } from '@/features/project-settings/fields/field-list';
import { GeneralForm } from '@/features/project-settings/general-form';
import { GeneralView } from '@/features/project-settings/general-view';
import { LabelList } from '@/features/project-settings/label-list';
import { TypeList } from '@/features/project-settings/types/type-list';
import { WorkflowEditor } from '@/features/project-settings/workflow/workflow-editor';
import { mayManage } from '@/features/projects/project-rights';
import { RollUp } from '@/features/projects/roll-up/roll-up';
import { SaveProjectTemplate } from '@/features/projects/templates/save-project-template';
import { profileQuery } from '@/features/session/session-queries';
import { TemplateList } from '@/features/tasks/templates/template-list';
import { RateList } from '@/features/time/rates/rate-list';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-settings';
import '@/styles/settings.css';
import { SettingsFrame } from '@/ui/settings-frame';

const SECTIONS: [string, Text][] = [
  ['general', 'settings.general'],
  ['members', 'settings.members'],
  ['workflow', 'workflow.title'],
  ['types', 'types.title'],
  ['labels', 'settings.labels'],
  ['fields', 'fields.title'],
  ['templates', 'templates.title'],
  ['milestones', 'milestones.title'],
  ['rates', 'rates.title'],
  ['calendar', 'calendar.title'],
  ['danger', 'settings.danger'],
];

/** What is drawn only for those who manage the project. */
const MANAGED = ['danger', 'rates'];

const route = '/shell/p/$key/settings/$section';

function ProjectSettings({ project }: { project: Project }) {
  const { key, section } = useParams({ from: route });
  const navigate = useNavigate();
  const { data: user } = useQuery(profileQuery);
  useLiveProject(project.id);
  const toProjects = () => void navigate({ to: '/projects', replace: true });
  const sections = SECTIONS.filter(([name]) => !MANAGED.includes(name) || mayManage(project));
  if (!sections.some(([name]) => name === section)) {
    return <Navigate to="/p/$key/settings/$section" params={{ key, section: 'general' }} replace />;
  }
  return (
    <SettingsFrame
      label={t('settings.nav', { name: project.name })}
      section={section}
      nav={sections.map(([name, text]) => (
        <Link key={name} to="/p/$key/settings/$section" params={{ key, section: name }} className="nav-row">
          <span>{t(text)}</span>
        </Link>
      ))}
    >
      {section === 'general' &&
        (mayManage(project) && project.state === 'active' ? (
          <GeneralForm
            project={project}
            onKeyChange={(next) =>
              void navigate({ to: '/p/$key/settings/$section', params: { key: next, section }, replace: true })
            }
          />
        ) : (
          <GeneralView project={project} />
        ))}
      {section === 'general' && <RollUp project={project} />}
      {section === 'general' && (
        <SaveProjectTemplate
          project={project}
          onShow={() => void navigate({ to: '/settings/$section', params: { section: 'templates' } })}
        />
      )}
      {section === 'members' && user && <MemberList project={project} userId={user.id} onLeft={toProjects} />}
      {section === 'labels' && <LabelList project={project} />}
      {section === 'workflow' && <WorkflowEditor project={project} />}
      {section === 'types' && <TypeList project={project} />}
      {section === 'fields' && <FieldList project={project} />}
      {section === 'templates' && <TemplateList project={project} />}
      {section === 'milestones' && <MilestoneList project={project} />}
      {section === 'rates' && <RateList project={project} />}
      {section === 'calendar' && <CalendarEditor project={project} />}
      {section === 'danger' && <DangerZone project={project} onDeleted={toProjects} />}
    </SettingsFrame>
  );
}

export function ProjectSettingsPage() {
  const { key } = useParams({ from: route });
  return (
    <ProjectGate projectKey={key}>{(project) => <ProjectSettings key={project.id} project={project} />}</ProjectGate>
  );
}
