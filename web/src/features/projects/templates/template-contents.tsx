import type { ProjectTemplate } from '@/api/types';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { filled } from '@/lib/template-text';
import '@/styles/templates.css';

type Props = { template: ProjectTemplate; values: Readonly<Record<string, string>> };

const MOST = 8;
const names = (items: readonly { name: string | null }[] | null) => (items ?? []).map(({ name }) => name ?? '');

/** What a project gets from a template, with the variables in their places. */
export function TemplateContents({ template, values }: Props) {
  const { content } = template;
  const tasks = content.tasks ?? [];
  const say = (text: string | null) => filled(text ?? '', values);
  const parts = [
    { text: t('projectTemplates.milestones'), items: names(content.milestones).map(say) },
    { text: t('projectTemplates.workflow'), items: names(content.workflow) },
    { text: t('projectTemplates.types'), items: names(content.taskTypes) },
    { text: t('projectTemplates.labels'), items: names(content.labels) },
    { text: t('projectTemplates.fields'), items: names(content.customFields) },
  ].filter(({ items }) => items.length > 0);
  const people = content.members?.length ?? 0;
  return (
    <section className="template-preview" aria-label={t('projectTemplates.preview')}>
      {content.description && <p>{say(content.description)}</p>}
      <p className="font-medium text-ink">{t('projectTemplates.taskCount', { count: tasks.length })}</p>
      {tasks.length > 0 && (
        <ul>
          {tasks.slice(0, MOST).map((task) => (
            <li key={task.ref} className="truncate" data-below={task.parent !== null}>
              {say(task.title)}
            </li>
          ))}
          {tasks.length > MOST && (
            <li className="text-xs">{t('projectTemplates.more', { count: tasks.length - MOST })}</li>
          )}
        </ul>
      )}
      <dl className="template-parts">
        {parts.map(({ text, items }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>{items.join(', ')}</dd>
          </div>
        ))}
        {people > 0 && (
          <div>
            <dt>{t('projectTemplates.people')}</dt>
            <dd>{t('projectTemplates.peopleCount', { count: people })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
