import { useQuery } from '@tanstack/react-query';
import type { Content } from '@/features/project-settings/project-template/content/content-draft';
import { statesOf, withStates } from '@/features/project-settings/project-template/content/content-parts';
import { Part } from '@/features/project-settings/project-template/part';
import { NewState } from '@/features/project-settings/workflow/new-state';
import { StateRow } from '@/features/project-settings/workflow/state-row';
import { added } from '@/features/project-settings/workflow/workflow-state';
import { workspacePeopleQuery } from '@/features/projects/people-queries';
import { t } from '@/lib/i18n';

type Props = { workspaceId: string; content: Content; onChange: (content: Content) => void };

/** The states of the projects, their order, what may follow what, and their rules. Members of the template approve. */
export function WorkflowPart({ workspaceId, content, onChange }: Props) {
  const { data: people = [] } = useQuery(workspacePeopleQuery(workspaceId));
  const states = statesOf(content);
  const approvers = people.filter(({ userId }) => content.members?.some((member) => member.userId === userId));
  return (
    <Part title={t('projectTemplates.workflow')} count={states.length}>
      {content.workflow === null && <p className="text-xs text-ink-3">{t('projectTemplates.usual')}</p>}
      <ol className="settings-list w-full">
        {states.map((state, index) => (
          <StateRow
            key={state.key}
            people={approvers}
            state={state}
            states={states}
            index={index}
            onEdit={(edit, mapping) => onChange(withStates(content, edit(states), mapping))}
          />
        ))}
      </ol>
      <NewState
        isBusy={false}
        onAdd={(name, category) => onChange(withStates(content, added(states, name, category)))}
      />
    </Part>
  );
}
