import { Pencil, Trash2 } from 'lucide-react';
import { isNow, type RateSpan } from '@/features/time/rates/rate-groups';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { formatMoney } from '@/lib/money';
import { useToday } from '@/lib/use-today';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/icon-button';

type Props = {
  span: RateSpan;
  name: string;
  /** Null: the project is archived. */
  acts: { onEdit: () => void; onRemove: () => void } | null;
};

/** A rate and the days on which it counts. */
export function RateRow({ span, name, acts }: Props) {
  const { rate, until } = span;
  const now = useToday();
  const from = shortDate(rate.validFrom, now);
  return (
    <li className="settings-row">
      <strong className="rate-amount">
        {rate.amount === 0 ? t('rates.nothing') : formatMoney(rate.amount, rate.currency)}
      </strong>
      <span className="min-w-0 flex-1 text-ink-2 tabular-nums">
        {until ? t('rates.span', { from, until: shortDate(until, now) }) : t('rates.since', { from })}
      </span>
      {isNow(span, now) && <Badge tone="ok">{t('rates.now')}</Badge>}
      {rate.validFrom > now && <Badge>{t('rates.later')}</Badge>}
      {acts && (
        <span className="flex">
          <IconButton label={t('rates.edit', { name, from })} onClick={acts.onEdit}>
            <Pencil size={15} />
          </IconButton>
          <IconButton label={t('rates.remove', { name, from })} onClick={acts.onRemove}>
            <Trash2 size={15} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
