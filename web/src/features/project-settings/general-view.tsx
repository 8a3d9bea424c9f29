import type { Project } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { shortDate, today } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { SettingsHead } from '@/ui/settings-head';

/** The same facts for those who may not change them. */
export function GeneralView({ project }: { project: Project }) {
  const now = today();
  const date = (value: string | null) => (value ? shortDate(value, now) : t('ui.noDate'));
  const rows = [
    [t('settings.name'), project.name],
    [t('settings.key'), project.key],
    [t('settings.description'), project.description || t('settings.descriptionNone')],
    [t('settings.start'), date(project.startDate)],
    [t('settings.due'), date(project.dueDate)],
  ];
  return (
    <>
      <SettingsHead title={t('settings.general')} text={t('settings.readOnly')} />
      <dl className="setting-facts">
        {rows.map(([name, value], index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {index === 0 && <ProjectMark project={project} size={14} />} {value}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
