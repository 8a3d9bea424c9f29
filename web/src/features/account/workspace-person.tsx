import { X } from 'lucide-react';
import type { WorkspaceInvitee, WorkspaceMember, WorkspaceRole } from '@/api/types';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

type Props = {
  person: WorkspaceMember | WorkspaceInvitee;
  isSelf: boolean;
  /** The roles the reader may give this person; none: the role is only told. */
  roles: readonly WorkspaceRole[];
  onRole: (role: WorkspaceRole) => void;
  onRemove: (() => void) | null;
};

export function WorkspacePerson({ person, isSelf, roles, onRole, onRemove }: Props) {
  const { displayName: name } = person;
  return (
    <li className="settings-row">
      <Avatar id={person.userId ?? name} name={name} imageUrl={person.avatarUrl} size={28} isDecorative />
      <p className="flex min-w-0 flex-1 items-center gap-2">
        <span className="truncate font-medium">{name}</span>
        {isSelf && <span className="text-ink-3">{t('members.you')}</span>}
        {person.state === 'invited' && <Badge tone="warn">{t('members.pending')}</Badge>}
      </p>
      {roles.length > 0 ? (
        <Select
          className="!w-auto !min-h-8"
          aria-label={t('account.roleOf', { name })}
          value={person.role}
          options={roles.map((value) => ({ value, label: t(`account.role.${value}`) }))}
          onChange={onRole}
        />
      ) : (
        <span className="px-3 text-ink-2">{t(`account.role.${person.role}`)}</span>
      )}
      {onRemove ? (
        <IconButton label={t('account.removeFrom', { name })} onClick={onRemove}>
          <X size={15} />
        </IconButton>
      ) : (
        <span className="w-[var(--hit-min)]" />
      )}
    </li>
  );
}
