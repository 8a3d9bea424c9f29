import { Ban } from 'lucide-react';
import { useId } from 'react';
import { reasonOf } from '@/api/reason';
import { PROJECT_ICONS, ProjectIcon } from '@/features/projects/project-icon';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { Setting } from '@/ui/setting';

type Props = { value: string | null; onSave: (icon: string | null) => Promise<unknown> };

/** Takes the place of the square of colour in the sidebar. */
export function IconSetting({ value, onSave }: Props) {
  const name = useId();
  const { state, run } = useSave(onSave);
  return (
    <Setting label={t('settings.icon')} state={state} explain={reasonOf} isGroup>
      {() => (
        <div className="icon-choices" role="radiogroup" aria-label={t('settings.icon')}>
          {[null, ...PROJECT_ICONS].map((icon) => (
            <label key={icon ?? 'none'} className="icon-choice">
              <input
                type="radio"
                name={name}
                className="sr-only"
                aria-label={icon ? t(`settings.icon.${icon}`) : t('settings.iconNone')}
                checked={value === icon}
                onChange={() => void run(icon)}
              />
              {icon ? <ProjectIcon name={icon} size={17} /> : <Ban size={16} aria-hidden="true" />}
            </label>
          ))}
        </div>
      )}
    </Setting>
  );
}
