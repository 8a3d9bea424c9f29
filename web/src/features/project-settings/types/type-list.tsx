import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project, TaskType } from '@/api/types';
import { type EditTypes, useEditTypes } from '@/features/project-settings/types/type-queries';
import { TypeRow } from '@/features/project-settings/types/type-row';
import { keyOf } from '@/features/project-settings/workflow/workflow-state';
import { PALETTE } from '@/features/projects/palette';
import { mayManage } from '@/features/projects/project-rights';
import { taskTypesQuery } from '@/features/projects/task-type-queries';
import { TYPE_ICONS } from '@/features/tasks/type-icon';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Input } from '@/ui/input';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

/** So many types may a project have. */
export const MOST = 20;

/** A new type looks like none of those before it, as long as there are looks left. */
export function added(types: readonly TaskType[], name: string): TaskType[] {
  const icon = TYPE_ICONS.find((candidate) => !types.some((type) => type.icon === candidate)) ?? 'check';
  const color = PALETTE[types.length % PALETTE.length]?.value ?? '#75838a';
  return [...types, { key: keyOf(name, types, 'type'), name, icon, color }];
}

/** What kinds of work the tasks of a project are; the first is that of a task which names none. */
export function TypeList({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(taskTypesQuery(project.id));
  const save = useEditTypes(project.id);
  const [name, setName] = useState('');
  const canEdit = mayManage(project) && project.state === 'active';
  const types = data ?? [];

  const edit = (change: EditTypes, onDone?: () => void) =>
    save.mutate(change, {
      onSuccess: onDone,
      onError: (fault) => {
        const action = { label: t('ui.retry'), onAct: () => edit(change, onDone) };
        showToast(t('types.failed', { reason: reasonOf(fault) }), { tone: 'danger', action });
      },
    });
  const handleRemove = (type: TaskType, index: number) => {
    const undo = { label: t('ui.undo'), onAct: () => edit((known) => known.toSpliced(index, 0, type)) };
    edit(
      (known) => known.filter((other) => other.key !== type.key),
      () => void showToast(t('types.removed', { name: type.name }), { action: undo }),
    );
  };
  const handleAdd = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return;
    edit((known) => added(known, wanted));
    setName('');
  };

  return (
    <>
      <SettingsHead title={t('types.title')} text={t('types.text')} />
      {error && !data && <ErrorState title={t('types.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      <ol className="settings-list">
        {types.map((type, index) => (
          <TypeRow
            key={type.key}
            type={type}
            index={index}
            count={types.length}
            onEdit={canEdit ? edit : null}
            onRemove={() => handleRemove(type, index)}
          />
        ))}
      </ol>
      {canEdit && data && data.length < MOST && (
        <form className="line-form" onSubmit={handleAdd}>
          <Input
            aria-label={t('types.newName')}
            placeholder={t('types.new')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button variant="primary" type="submit" disabled={!name.trim()}>
            {t('settings.labelCreate')}
          </Button>
        </form>
      )}
    </>
  );
}
