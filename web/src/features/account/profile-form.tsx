import { reasonOf } from '@/api/reason';
import type { User } from '@/api/types';
import { useSaveProfile } from '@/features/account/account-queries';
import { EmailForm } from '@/features/account/email-form';
import { FORMAT_LOCALES } from '@/features/account/locales';
import { TimeZoneSetting } from '@/features/account/time-zone-setting';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { Select } from '@/ui/select';
import { Setting } from '@/ui/setting';
import { SettingsHead } from '@/ui/settings-head';
import { TextSetting } from '@/ui/text-setting';

export function ProfileForm({ user }: { user: User }) {
  const save = useSaveProfile(user);
  const locale = useSave((next: string) => save.mutateAsync({ locale: next }));
  const chosen = FORMAT_LOCALES.find((known) => known.value === user.locale)?.value ?? 'en-GB';
  const example = new Intl.DateTimeFormat(chosen, { dateStyle: 'long' }).format(new Date());
  return (
    <>
      <SettingsHead title={t('account.profile')} text={t('account.profileText')} />
      <TextSetting
        label={t('account.name')}
        hint={t('account.nameHint')}
        value={user.displayName}
        isRequired
        maxLength={120}
        explain={reasonOf}
        onSave={(displayName) => save.mutateAsync({ displayName })}
      />
      <Setting
        label={t('account.formats')}
        hint={t('account.formatsHint', { example })}
        state={locale.state}
        explain={reasonOf}
      >
        {(control) => (
          <Select
            {...control}
            className="max-w-80"
            value={chosen}
            options={FORMAT_LOCALES}
            onChange={(next) => void locale.run(next)}
          />
        )}
      </Setting>
      <TimeZoneSetting value={user.timeZone} onSave={(timeZone) => save.mutateAsync({ timeZone })} />
      <EmailForm email={user.email} />
    </>
  );
}
