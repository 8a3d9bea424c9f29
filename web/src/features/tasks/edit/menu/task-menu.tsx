import { ArrowDown, ArrowUp, Bell, BellRing, Copy, Ellipsis, LayoutTemplate, Link2, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MuteItem } from '@/features/tasks/edit/menu/mute-item';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/ui/menu';
import { showToast } from '@/ui/toast-store';

const SaveAsTemplate = lazy(() =>
  import('@/features/tasks/templates/save-as-template').then((module) => ({ default: module.SaveAsTemplate })),
);

/** Where a task can be opened by anybody who may see it, from any view. */
export const linkTo = (key: string): string => `${window.location.origin}/t/${key}`;

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    const told = t('peek.copied', { text });
    announce(told);
    showToast(told, { lasts: 2500 });
  } catch {
    showToast(t('peek.copyFailed'), { tone: 'danger' });
  }
}

export function FollowButton() {
  const { shown, me, mayEdit, edit } = useTaskContext();
  if (!mayEdit) return null;
  const isFollowing = shown.watcherIds.includes(me.id);
  const watcherIds = isFollowing ? shown.watcherIds.filter((id) => id !== me.id) : [...shown.watcherIds, me.id];
  return (
    <IconButton
      label={isFollowing ? t('peek.following') : t('peek.follow')}
      aria-pressed={isFollowing}
      onClick={() => void edit({ watcherIds }, t('peek.followers'))}
    >
      {isFollowing ? <BellRing size={16} className="text-accent-ink" /> : <Bell size={16} />}
    </IconButton>
  );
}

type Props = { onDelete: () => void; onStep?: (step: 1 | -1) => void };

export function TaskMenu({ onDelete, onStep }: Props) {
  const { task, mayEdit } = useTaskContext();
  const [isSaving, setIsSaving] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('peek.more')}>
            <Ellipsis size={16} />
          </IconButton>
        }
      >
        <MenuItem icon={<Link2 size={15} />} keys="mod+." onSelect={() => void copyText(linkTo(task.key))}>
          {t('peek.copyLink')}
        </MenuItem>
        <MenuItem icon={<Copy size={15} />} keys="y" onSelect={() => void copyText(task.key)}>
          {t('peek.copyKey')}
        </MenuItem>
        {onStep && (
          <>
            <MenuItem icon={<ArrowDown size={15} />} keys="j" onSelect={() => onStep(1)}>
              {t('peek.next')}
            </MenuItem>
            <MenuItem icon={<ArrowUp size={15} />} keys="k" onSelect={() => onStep(-1)}>
              {t('peek.previous')}
            </MenuItem>
          </>
        )}
        <MuteItem />
        {mayEdit && (
          <>
            <MenuItem icon={<LayoutTemplate size={15} />} onSelect={() => setIsSaving(true)}>
              {t('peek.saveAsTemplate')}
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Trash2 size={15} />} isDanger onSelect={onDelete}>
              {t('peek.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {isSaving && (
        <Suspense>
          <SaveAsTemplate onClose={() => setIsSaving(false)} />
        </Suspense>
      )}
    </>
  );
}
