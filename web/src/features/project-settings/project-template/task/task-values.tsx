import { useQuery } from '@tanstack/react-query';
import type { Content, PatternTask } from '@/features/project-settings/project-template/content/content-draft';
import { fieldsOf, setValue } from '@/features/project-settings/project-template/content/content-fields';
import { typesOf } from '@/features/project-settings/project-template/content/content-parts';
import { isComputed, isFieldOf } from '@/features/projects/custom-field-queries';
import { workspacePeopleQuery } from '@/features/projects/people-queries';
import { OwnControl } from '@/features/tasks/edit/own/own-control';
import '@/styles/task.css';

type Props = { workspaceId: string; content: Content; task: PatternTask; onEdit: (task: PatternTask) => void };

/** What a task of a template has in the fields of its type. People are those of the template. */
export function TaskValues({ workspaceId, content, task, onEdit }: Props) {
  const { data: people = [] } = useQuery(workspacePeopleQuery(workspaceId));
  const type = task.type ?? typesOf(content)[0]?.key ?? '';
  const fields = fieldsOf(content).filter((field) => !isComputed(field) && isFieldOf(field, type));
  const members = people.flatMap((person) => {
    const role = content.members?.find(({ userId }) => userId === person.userId)?.role;
    return role ? [{ ...person, role }] : [];
  });
  if (fields.length === 0) return null;
  return (
    <dl className="template-sub">
      {fields.map((field) => (
        <OwnControl
          key={field.id}
          field={field}
          value={task.customFields?.[field.name] ?? null}
          members={members}
          mayEdit
          onSet={(value) => onEdit(setValue(task, field.name, value))}
        />
      ))}
    </dl>
  );
}
