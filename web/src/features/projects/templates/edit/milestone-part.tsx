import { X } from 'lucide-react';
import { type Content, editMilestone, removeMilestone } from '@/features/projects/templates/edit/content-draft';
import { DaysInput } from '@/features/projects/templates/edit/days-input';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import '@/styles/quiet-btn.css';

type Props = { content: Content; onChange: (content: Content) => void };

/** The milestones of the projects, with the days after which they are due. */
export function MilestonePart({ content, onChange }: Props) {
  const milestones = content.milestones ?? [];
  return (
    <fieldset className="template-part">
      <legend>{t('projectTemplates.milestones')}</legend>
      {milestones.map((milestone, index) => {
        const place = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed, and the order stays.
          <div key={index} className="template-line">
            <Input
              aria-label={t('projectTemplates.milestone', { place })}
              maxLength={200}
              value={milestone.name ?? ''}
              onChange={({ target }) => onChange(editMilestone(content, index, { name: target.value }))}
            />
            <span className="template-days">
              <DaysInput
                label={t('projectTemplates.milestoneDue', { place })}
                value={milestone.dueInDays}
                onChange={(dueInDays) => onChange(editMilestone(content, index, { dueInDays }))}
              />
            </span>
            <IconButton
              label={t('projectTemplates.removeMilestone', { place })}
              onClick={() => onChange(removeMilestone(content, index))}
            >
              <X size={14} />
            </IconButton>
          </div>
        );
      })}
      <button
        type="button"
        className="quiet-btn"
        onClick={() =>
          onChange({
            ...content,
            milestones: [...milestones, { name: '', description: null, startInDays: null, dueInDays: null }],
          })
        }
      >
        {t('projectTemplates.addMilestone')}
      </button>
    </fieldset>
  );
}
