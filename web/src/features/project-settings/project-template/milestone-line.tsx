import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import type { PatternMilestone } from '@/features/project-settings/project-template/content/content-draft';
import { DaysInput } from '@/features/project-settings/project-template/days-input';
import { t } from '@/lib/i18n';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';

type Props = {
  milestone: PatternMilestone;
  place: number;
  onEdit: (fields: Partial<PatternMilestone>) => void;
  onRemove: () => void;
};

/** A milestone of a template on one line, and what else it has below it. */
export function MilestoneLine({ milestone, place, onEdit, onRemove }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const name = milestone.name || t('projectTemplates.milestone', { place });
  return (
    <>
      <div className="template-line">
        <Input
          aria-label={t('projectTemplates.milestone', { place })}
          maxLength={200}
          value={milestone.name ?? ''}
          onChange={({ target }) => onEdit({ name: target.value })}
        />
        <span className="template-days">
          <DaysInput
            label={t('projectTemplates.milestoneDue', { place })}
            value={milestone.dueInDays}
            onChange={(dueInDays) => onEdit({ dueInDays })}
          />
        </span>
        <IconButton
          label={t(isOpen ? 'projectTemplates.less' : 'projectTemplates.details', { name })}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronDown size={15} className={isOpen ? undefined : '-rotate-90'} />
        </IconButton>
        <IconButton label={t('projectTemplates.removeMilestone', { place })} onClick={onRemove}>
          <X size={14} />
        </IconButton>
      </div>
      {isOpen && (
        <div className="template-facts template-of-task">
          <Field label={t('templates.startInDays')}>
            {({ id }) => (
              <DaysInput id={id} value={milestone.startInDays} onChange={(startInDays) => onEdit({ startInDays })} />
            )}
          </Field>
          <Field label={t('tasks.description')}>
            {(control) => (
              <Textarea
                {...control}
                rows={1}
                maxLength={20_000}
                value={milestone.description ?? ''}
                onChange={({ target }) => onEdit({ description: target.value || null })}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
