import { reasonOf } from '@/api/reason';
import { IconChoices } from '@/features/project-settings/icon-choices';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { Setting } from '@/ui/setting';

type Props = { value: string | null; onSave: (icon: string | null) => Promise<unknown> };

/** Takes the place of the square of colour in the sidebar. */
export function IconSetting({ value, onSave }: Props) {
  const { state, run } = useSave(onSave);
  return (
    <Setting label={t('settings.icon')} state={state} explain={reasonOf} isGroup>
      {() => <IconChoices value={value} onChange={(icon) => void run(icon)} />}
    </Setting>
  );
}
