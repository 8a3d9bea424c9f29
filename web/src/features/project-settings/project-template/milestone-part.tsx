import {
  type Content,
  editMilestone,
  removeMilestone,
} from '@/features/project-settings/project-template/content/content-draft';
import { MilestoneLine } from '@/features/project-settings/project-template/milestone-line';
import { Part } from '@/features/project-settings/project-template/part';
import { t } from '@/lib/i18n';

type Props = { content: Content; onChange: (content: Content) => void };

const BLANK = { name: '', description: null, startInDays: null, dueInDays: null };

/** The milestones of the projects, with the days after which they are due. */
export function MilestonePart({ content, onChange }: Props) {
  const milestones = content.milestones ?? [];
  return (
    <Part title={t('projectTemplates.milestones')} count={milestones.length} isOpen>
      {milestones.map((milestone, index) => (
        <MilestoneLine
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed, and the order stays.
          key={index}
          milestone={milestone}
          place={index + 1}
          onEdit={(fields) => onChange(editMilestone(content, index, fields))}
          onRemove={() => onChange(removeMilestone(content, index))}
        />
      ))}
      <button
        type="button"
        className="quiet-btn"
        onClick={() => onChange({ ...content, milestones: [...milestones, BLANK] })}
      >
        {t('projectTemplates.addMilestone')}
      </button>
    </Part>
  );
}
