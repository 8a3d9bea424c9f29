import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { session } from '@/api/session';
import { AppearanceForm } from '@/features/account/appearance-form';
import { EraseAccount } from '@/features/account/erase-account';
import { ProfileForm } from '@/features/account/profile-form';
import { SecurityForm } from '@/features/account/security-form';
import { SessionList } from '@/features/account/session-list';
import { WorkspaceSettings } from '@/features/account/workspace-settings';
import { ProjectTemplateList } from '@/features/project-settings/project-template-list';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { profileQuery } from '@/features/session/session-queries';
import { dropAllDrafts } from '@/lib/draft-store';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-settings';
import '@/styles/settings.css';
import { SettingsFrame } from '@/ui/settings-frame';

const SECTIONS: [string, Text][] = [
  ['profile', 'account.profile'],
  ['appearance', 'account.appearance'],
  ['security', 'account.security'],
  ['sessions', 'account.sessions'],
  ['delete', 'account.erase'],
];

export function SettingsPage() {
  const { section } = useParams({ from: '/shell/settings/$section' });
  const { data: user } = useQuery(profileQuery);
  const { current } = useCurrentWorkspace();
  const navigate = useNavigate();
  const link = (name: string, text: string) => (
    <Link key={name} to="/settings/$section" params={{ section: name }} className="nav-row">
      <span>{text}</span>
    </Link>
  );
  const handleErased = async (follow: string) => {
    // The page first: without a session the shell would lead to the sign-in.
    await navigate({ to: '/account-deleted', search: { follow }, replace: true });
    await dropAllDrafts();
    session.end();
  };
  const isKnown = section === 'workspace' || section === 'templates' || SECTIONS.some(([name]) => name === section);
  if (!isKnown) return <Navigate to="/settings/$section" params={{ section: 'profile' }} replace />;
  return (
    <>
      <header className="topbar">
        <h1 className="text-[0.9375rem]">{t('account.title')}</h1>
      </header>
      <SettingsFrame
        label={t('account.nav')}
        section={section}
        nav={
          <>
            <h2>{t('account.groupYou')}</h2>
            {SECTIONS.map(([name, text]) => link(name, t(text)))}
            <h2>{t('account.workspace')}</h2>
            {link('workspace', current?.name ?? t('account.workspace'))}
            {current?.role !== 'guest' && link('templates', t('projectTemplates.title'))}
          </>
        }
      >
        {section === 'profile' && user && <ProfileForm user={user} />}
        {section === 'appearance' && <AppearanceForm />}
        {section === 'security' && <SecurityForm email={user?.email ?? ''} />}
        {section === 'sessions' && <SessionList />}
        {section === 'delete' && user && <EraseAccount email={user.email} onErased={handleErased} />}
        {section === 'templates' && current && user && (
          <ProjectTemplateList key={current.id} workspace={current} userId={user.id} />
        )}
        {section === 'workspace' && current && user && (
          <WorkspaceSettings key={current.id} workspace={current} userId={user.id} />
        )}
      </SettingsFrame>
    </>
  );
}
