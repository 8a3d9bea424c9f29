import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type Content, removeMember } from '@/features/project-settings/project-template/content/content-draft';
import { Part } from '@/features/project-settings/project-template/part';
import { workspacePeopleQuery } from '@/features/projects/people-queries';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Combobox } from '@/ui/combobox';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

type Props = { workspaceId: string; content: Content; onChange: (content: Content) => void };

/** Who becomes a member of the projects, and as what. */
export function MemberPart({ workspaceId, content, onChange }: Props) {
  const { data: people = [] } = useQuery(workspacePeopleQuery(workspaceId));
  const members = content.members ?? [];
  const roles = [
    { value: 'manager' as const, label: t('projectTemplates.role.manager') },
    { value: 'contributor' as const, label: t('projectTemplates.role.contributor') },
    { value: 'viewer' as const, label: t('projectTemplates.role.viewer') },
    { value: 'owner' as const, label: t('projectTemplates.role.owner') },
  ];
  const free = people.filter((person) => !members.some((member) => member.userId === person.userId));
  return (
    <Part title={t('projectTemplates.people')} count={members.length} isOpen>
      {members.map((member) => {
        const person = people.find((candidate) => candidate.userId === member.userId);
        const name = person?.displayName ?? t('templates.someone');
        return (
          <div key={member.userId} className="template-line">
            <Avatar id={member.userId ?? ''} name={name} imageUrl={person?.avatarUrl} size={22} isDecorative />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Select
              aria-label={t('projectTemplates.roleOf', { name })}
              className="max-w-40"
              value={member.role ?? 'contributor'}
              options={roles}
              onChange={(role) =>
                onChange({
                  ...content,
                  members: members.map((other) => (other.userId === member.userId ? { ...other, role } : other)),
                })
              }
            />
            <IconButton
              label={t('projectTemplates.removePerson', { name })}
              onClick={() => onChange(removeMember(content, member.userId))}
            >
              <X size={14} />
            </IconButton>
          </div>
        );
      })}
      {free.length > 0 && (
        <Combobox
          label={t('projectTemplates.addPerson')}
          options={free.map((person) => ({ value: person.userId, label: person.displayName }))}
          chosen={[]}
          onChange={([userId]) =>
            userId && onChange({ ...content, members: [...members, { userId, role: 'contributor' }] })
          }
          trigger={
            <button type="button" className="quiet-btn">
              {t('projectTemplates.addPerson')}
            </button>
          }
        />
      )}
    </Part>
  );
}
