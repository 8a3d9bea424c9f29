import { useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Label } from '@/api/types';
import { labelGroups, onePerGroup, pickHeading } from '@/features/projects/label-groups';
import { labelsQuery } from '@/features/projects/project-queries';
import { Fact } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Combobox } from '@/ui/combobox';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast-store';

const fold = (name: string) => name.trim().toLowerCase();

export function LabelPick() {
  const queryClient = useQueryClient();
  const { shown, project, labels, mayEdit, edit } = useTaskContext();
  const name = t('tasks.labels');
  const colourOf = (label: string) => labels.find((known) => fold(known.name) === fold(label))?.color ?? 'var(--ink-3)';
  const setLabels = (next: string[]) => void edit({ labels: onePerGroup(shown.labels, next, labels) }, name);

  const handleCreate = async (text: string) => {
    const { queryKey } = labelsQuery(project.id);
    try {
      const label = await api.post<Label>(`/api/projects/${project.id}/labels`, { body: { name: text } });
      queryClient.setQueryData(queryKey, (known) => (known ? [...known, label] : known));
    } catch (error) {
      // Someone was faster: the label is there, and that is all that is wanted.
      const isThere = error instanceof ApiError && error.status === 409;
      if (!isThere) {
        showToast(t('peek.notSaved', { field: name, reason: reasonOf(error) }), { tone: 'danger' });
        return;
      }
      void queryClient.invalidateQueries({ queryKey });
    }
    setLabels([...shown.labels, text]);
  };

  return (
    <Fact name={name}>
      <span className="flex min-w-0 flex-wrap items-center gap-1.5">
        {shown.labels.map((label) => (
          <span key={label} className="label-chip">
            <i style={{ background: colourOf(label) }} />
            <span className="truncate">{label}</span>
            {mayEdit && (
              <button
                type="button"
                className="label-remove"
                aria-label={t('peek.removeLabel', { name: label })}
                onClick={() => setLabels(shown.labels.filter((other) => other !== label))}
              >
                <X size={12} />
              </button>
            )}
          </span>
        ))}
        {!mayEdit && shown.labels.length === 0 && <span className="text-ink-3">{t('tasks.none')}</span>}
        {mayEdit && (
          <Combobox
            label={name}
            isMultiple
            options={labelGroups(labels).flatMap(([group, inside]) =>
              inside.map((label) => ({
                value: label.name,
                label: label.name,
                group: group && pickHeading(label),
                icon: <i className="label-dot" style={{ background: label.color }} />,
              })),
            )}
            chosen={shown.labels}
            onChange={setLabels}
            onCreate={(text) => void handleCreate(text)}
            trigger={
              <IconButton label={t('peek.addLabel')} keys="l" data-key="l" className="!size-6">
                <Plus size={14} />
              </IconButton>
            }
          />
        )}
      </span>
    </Fact>
  );
}
