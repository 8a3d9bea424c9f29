import { Ban } from 'lucide-react';
import { useId } from 'react';
import { PROJECT_ICONS, ProjectIcon } from '@/features/projects/project-icon';
import { t } from '@/lib/i18n';

type Props = { value: string | null; onChange: (icon: string | null) => void };

/** The icons of projects, one of which is chosen, or none. */
export function IconChoices({ value, onChange }: Props) {
  const name = useId();
  return (
    <div className="icon-choices" role="radiogroup" aria-label={t('settings.icon')}>
      {[null, ...PROJECT_ICONS].map((icon) => (
        <label key={icon ?? 'none'} className="icon-choice">
          <input
            type="radio"
            name={name}
            className="sr-only"
            aria-label={icon ? t(`settings.icon.${icon}`) : t('settings.iconNone')}
            checked={value === icon}
            onChange={() => onChange(icon)}
          />
          {icon ? <ProjectIcon name={icon} size={17} /> : <Ban size={16} aria-hidden="true" />}
        </label>
      ))}
    </div>
  );
}
