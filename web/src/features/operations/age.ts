import { formatLocale } from '@/lib/format-locale';
import { t } from '@/lib/i18n';

/** `12 s`, `5 min`, `3 h`, `2 d`. */
export function age(seconds: number): string {
  if (seconds < 1) return t('operations.age.now');
  if (seconds < 60) return t('operations.age.seconds', { count: Math.floor(seconds) });
  if (seconds < 3600) return t('operations.age.minutes', { count: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('operations.age.hours', { count: Math.floor(seconds / 3600) });
  return t('operations.age.days', { count: Math.floor(seconds / 86_400) });
}

export const count = (value: number): string => new Intl.NumberFormat(formatLocale()).format(value);

/** `27 Nov, 17:05:12`: to the second, because it is compared with logs. */
export const moment = (instant: string): string =>
  new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** The event's name without what all wire types share: `task.created`, `task.created v2`. */
export function eventName(type: string): string {
  const [, name, version] = /^waymark\.(.+)\.v(\d+)$/.exec(type) ?? [];
  if (!name) return type;
  return version === '1' ? name : `${name} v${version}`;
}
