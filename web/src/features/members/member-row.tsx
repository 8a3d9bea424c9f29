import { X } from 'lucide-react';
import type { Invitee, Member, ProjectRole } from '@/api/types';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

type Props = {
  person: Member | Invitee;
  isSelf: boolean;
  /** The roles the reader may give this person; none: the role is only told. */
  roles: readonly ProjectRole[];
  onRole: (role: ProjectRole) => void;
  onRemove: (() => void) | null;
};

export function MemberRow({ person, isSelf, roles, onRole, onRemove }: Props) {
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
          aria-label={t('members.roleOf', { name })}
          value={person.role}
          options={roles.map((value) => ({ value, label: t(`members.role.${value}`) }))}
          onChange={onRole}
        />
      ) : (
        <span className="px-3 text-ink-2">{t(`members.role.${person.role}`)}</span>
      )}
      {onRemove ? (
        <IconButton label={t('members.removeOf', { name })} onClick={onRemove}>
          <X size={15} />
        </IconButton>
      ) : (
        <span className="w-[var(--hit-min)]" />
      )}
    </li>
  );
}
