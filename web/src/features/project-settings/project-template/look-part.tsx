import { IconChoices } from '@/features/project-settings/icon-choices';
import type { Content } from '@/features/project-settings/project-template/content/content-draft';
import { Part } from '@/features/project-settings/project-template/part';
import { coloursWith } from '@/features/projects/palette';
import { t } from '@/lib/i18n';
import { Swatches } from '@/ui/swatches';

type Props = { content: Content; onChange: (fields: Partial<Content>) => void };

/** The icon and the colour of the projects. */
export function LookPart({ content: { icon, color }, onChange }: Props) {
  return (
    <Part title={t('projectTemplates.look.title')}>
      <IconChoices value={icon} onChange={(next) => onChange({ icon: next })} />
      <Swatches
        label={t('settings.colour')}
        value={color}
        options={coloursWith(color)}
        onChange={(next) => onChange({ color: next })}
      />
      {color && (
        <button type="button" className="quiet-btn" onClick={() => onChange({ color: null })}>
          {t('projectTemplates.ownColour')}
        </button>
      )}
    </Part>
  );
}
