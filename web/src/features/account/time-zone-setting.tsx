import { ChevronsUpDown } from 'lucide-react';
import { reasonOf } from '@/api/reason';
import { formatLocale } from '@/lib/format-locale';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Setting } from '@/ui/setting';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const plain = (zone: string) => zone.replaceAll('_', ' ');
const ZONES = [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
  value,
  label: plain(value),
}));

function timeIn(zone: string): string {
  try {
    return new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'short', timeZone: zone }).format(new Date());
  } catch {
    return '?';
  }
}

type Props = { value: string; onSave: (zone: string) => Promise<unknown> };

export function TimeZoneSetting({ value, onSave }: Props) {
  const { state, run } = useSave(onSave);
  const choose = (zone: string | undefined) => {
    if (zone && zone !== value) void run(zone);
  };
  return (
    <Setting
      label={t('account.zone')}
      hint={t('account.zoneHint', { time: timeIn(value) })}
      state={state}
      explain={reasonOf}
      isGroup
    >
      {(control) => (
        <div className="flex flex-wrap items-center gap-3">
          <Combobox
            label={t('account.zone')}
            options={ZONES}
            chosen={[value]}
            onChange={([zone]) => choose(zone)}
            trigger={
              <Button className="picker" aria-describedby={control['aria-describedby']}>
                <span className="sr-only">{t('account.zone')}: </span>
                <span className="flex-1 truncate text-start">{plain(value)}</span>
                <ChevronsUpDown size={14} className="text-ink-3" aria-hidden="true" />
              </Button>
            }
          />
          {here !== value && (
            <button type="button" className="link" onClick={() => choose(here)}>
              {t('account.zoneHere', { zone: plain(here) })}
            </button>
          )}
        </div>
      )}
    </Setting>
  );
}
