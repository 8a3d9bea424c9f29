import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Milestone, Release } from '@/api/types';
import { useReleases } from '@/features/releases/release-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';

type Props = { projectId: string; release: Release | null; milestones: readonly Milestone[]; onClose: () => void };

export function ReleaseDialog({ projectId, release, milestones, onClose }: Props) {
  const { save } = useReleases(projectId);
  const [name, setName] = useState(release?.name ?? '');
  const [tag, setTag] = useState(release?.tag ?? '');
  const [date, setDate] = useState(release?.date ?? null);
  const [notes, setNotes] = useState(release?.notes ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(release?.milestoneIds ?? []);
  const faults = save.error instanceof ApiError ? save.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    // One that was deleted since counts for nothing, and would be refused.
    const milestoneIds = milestones.map(({ id }) => id).filter((id) => chosen.includes(id));
    const draft = { name: name.trim(), tag: tag.trim() || null, date, notes: notes.trim(), milestoneIds };
    save.mutate({ id: release?.id ?? null, ...draft }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={release ? t('releases.editTitle', { name: release.name }) : t('releases.add')}
      isOpen
      onClose={onClose}
      width={500}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('releases.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('releases.tag')} errors={faults.tag}>
            {(control) => (
              <Input
                {...control}
                placeholder="2.4.0"
                maxLength={50}
                value={tag}
                onChange={(event) => setTag(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('releases.date')} errors={faults.date}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('releases.date')} value={date} onChange={setDate} />
              </span>
            )}
          </Field>
        </div>
        {milestones.length > 0 && (
          <fieldset className="release-milestones">
            <legend>{t('releases.milestones')}</legend>
            {milestones.map((milestone) => (
              <span key={milestone.id}>
                <Checkbox
                  id={`in-release-${milestone.id}`}
                  isChecked={chosen.includes(milestone.id)}
                  onChange={(isIn) =>
                    setChosen(isIn ? [...chosen, milestone.id] : chosen.filter((id) => id !== milestone.id))
                  }
                />
                <label htmlFor={`in-release-${milestone.id}`}>{milestone.name}</label>
              </span>
            ))}
          </fieldset>
        )}
        <Field label={t('releases.notes')} hint={t('releases.notesHint')} errors={faults.notes}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={4000}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('releases.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!name.trim()}>
            {t(release ? 'releases.save' : 'releases.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
