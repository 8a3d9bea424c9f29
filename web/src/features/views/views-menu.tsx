import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, Lock, Pencil, Plus, Save, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project, SavedView, ViewLayout } from '@/api/types';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { workspacesQuery } from '@/features/projects/project-queries';
import { mayManage } from '@/features/projects/project-rights';
import { SaveViewDialog } from '@/features/views/save-view-dialog';
import { useViewChanges, viewsQuery } from '@/features/views/view-queries';
import { isChanged, lookOf, searchOf, speaksOfOwn, type ViewSearch } from '@/features/views/view-state';
import { t } from '@/lib/i18n';
import '@/lib/i18n-views';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';
import { showToast } from '@/ui/toast-store';

type Props = {
  project: Project;
  me: string;
  layout: ViewLayout;
  search: ViewSearch;
  /** The view of the address. */
  openId: string | undefined;
  onOpen: (view: SavedView, search: ViewSearch) => void;
  onForget: () => void;
};

/** The views that somebody has saved of this project: to open, to save, to change. */
export function ViewsMenu({ project, me, layout, search, openId, onOpen, onForget }: Props) {
  const { data: views, error } = useQuery(viewsQuery({ projectId: project.id }));
  const { data: workspaces } = useQuery(workspacesQuery);
  const queryClient = useQueryClient();
  const { change, remove } = useViewChanges();
  const [saved, setSaved] = useState<SavedView | 'new' | null>(null);
  const role = workspaces?.find(({ id }) => id === project.workspaceId)?.role;
  const open = views?.find(({ id }) => id === openId);
  const isOfOwn = speaksOfOwn(search) || (open !== undefined && speaksOfOwn(open));
  const { data: own } = useQuery({ ...customFieldsQuery(project.id), enabled: isOfOwn });
  const isTold = !isOfOwn || own !== undefined;
  const isDirty = open !== undefined && isTold && isChanged(open, layout, search, own);
  const mayChange = open && (open.ownerId === me || (open.visibility !== 'private' && mayManage(project)));
  const look = lookOf(layout, search, own);

  const handleOpen = async (view: SavedView) => {
    const fields = speaksOfOwn(view) ? await queryClient.ensureQueryData(customFieldsQuery(project.id)) : [];
    onOpen(view, searchOf(view, fields));
  };
  const handleUpdate = (view: SavedView) =>
    change.mutate(
      { view, fields: look },
      {
        onSuccess: () => showToast(t('views.updated', { name: view.name })),
        onError: (fault) => showToast(t('views.notSaved', { reason: reasonOf(fault) }), { tone: 'danger' }),
      },
    );
  const trigger = (
    <Button variant="ghost" className="!px-2">
      <Bookmark size={15} aria-hidden="true" fill={open ? 'currentColor' : 'none'} />
      <span className="max-w-40 truncate">{open?.name ?? t('views.title')}</span>
      {isDirty && <span className="text-ink-3">· {t('views.changed')}</span>}
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        {error && <MenuLabel>{t('views.loadFailed')}</MenuLabel>}
        {views?.length === 0 && <MenuLabel>{t('views.empty')}</MenuLabel>}
        {views && views.length > 0 && <MenuLabel>{t('views.saved')}</MenuLabel>}
        {views?.map((view) => (
          <MenuItem
            key={view.id}
            icon={view.visibility === 'private' ? <Lock size={15} /> : <Users size={15} />}
            isChosen={view === open && !isDirty}
            onSelect={() => void handleOpen(view)}
          >
            {view.name}
          </MenuItem>
        ))}
        <MenuLine />
        {open && isDirty && mayChange && (
          <MenuItem icon={<Save size={15} />} onSelect={() => handleUpdate(open)}>
            {t('views.update', { name: open.name })}
          </MenuItem>
        )}
        {isTold && (
          <MenuItem icon={<Plus size={15} />} onSelect={() => setSaved('new')}>
            {t('views.saveAs')}
          </MenuItem>
        )}
        {open && mayChange && (
          <>
            <MenuItem icon={<Pencil size={15} />} onSelect={() => setSaved(open)}>
              {t('views.edit')}
            </MenuItem>
            <MenuItem
              icon={<Trash2 size={15} />}
              isDanger
              onSelect={() => remove.mutate(open, { onSuccess: onForget })}
            >
              {t('views.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {saved && (
        <SaveViewDialog
          project={project}
          mayShareAll={role === 'owner' || role === 'admin'}
          view={saved === 'new' ? null : saved}
          look={look}
          onClose={() => setSaved(null)}
          onSaved={(view) => {
            showToast(t('views.updated', { name: view.name }));
            if (view.projectId) void handleOpen(view);
          }}
        />
      )}
    </>
  );
}
