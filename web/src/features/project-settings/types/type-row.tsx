import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TaskType } from '@/api/types';
import { TypeLook } from '@/features/project-settings/types/type-look';
import type { EditTypes } from '@/features/project-settings/types/type-queries';
import { TypeIcon } from '@/features/tasks/type-icon';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/icon-button';

type Props = {
  type: TaskType;
  index: number;
  count: number;
  /** Null: the reader may not change it. */
  onEdit: ((edit: EditTypes) => void) | null;
  onRemove: () => void;
};

export function TypeRow({ type, index, count, onEdit, onRemove }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const { key, name } = type;
  const usual = index === 0 && <Badge>{t('types.usual')}</Badge>;
  if (!onEdit) {
    return (
      <li className="settings-row">
        <TypeIcon type={type} size={17} />
        <span className="min-w-0 flex-1 font-medium">{name}</span>
        {usual}
      </li>
    );
  }
  const change = (fields: Partial<TaskType>) =>
    onEdit((known) => known.map((other) => (other.key === key ? { ...other, ...fields } : other)));
  const commit = () => {
    const next = typed?.trim();
    setTyped(null);
    if (next && next !== name) change({ name: next });
  };
  const move = (by: 1 | -1) => {
    onEdit((known) => {
      const from = known.findIndex((other) => other.key === key);
      return known.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, ...known.slice(from, from + 1));
    });
    announce(t('types.moved', { name, position: index + 1 + by, count }));
  };
  return (
    <li className="settings-row">
      <TypeLook type={type} onChange={change} />
      <input
        className="quiet-input"
        aria-label={t('types.rename', { name })}
        maxLength={60}
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      {usual}
      <span className="flex">
        <IconButton label={t('types.up', { name })} disabled={index === 0} onClick={() => move(-1)}>
          <ArrowUp size={15} />
        </IconButton>
        <IconButton label={t('types.down', { name })} disabled={index === count - 1} onClick={() => move(1)}>
          <ArrowDown size={15} />
        </IconButton>
        <IconButton label={t('types.remove', { name })} disabled={count === 1} onClick={onRemove}>
          <Trash2 size={15} />
        </IconButton>
      </span>
    </li>
  );
}
