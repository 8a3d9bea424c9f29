import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { PricedEntry, TimeSheet } from '@/api/types';
import { ApprovalEntries } from '@/features/time/sheets/approval-entries';
import { SheetBadge } from '@/features/time/sheets/sheet-badge';
import { dayOf, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { sumMoney } from '@/lib/money';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';

type Props = {
  sheet: TimeSheet;
  name: string;
  imageUrl: string | null | undefined;
  decidedBy: string;
  /** Undefined until they are there. */
  entries: readonly PricedEntry[] | undefined;
  mayDecide: boolean;
  mayReopen: boolean;
  isBusy: boolean;
  onApprove: () => void;
  onSendBack: () => void;
  onReopen: () => void;
};

/** A week of one person: hours, what they cost, and what is decided about them. Its entries are opened below it. */
export function ApprovalRow(props: Props) {
  const { sheet, name, imageUrl, decidedBy, entries, mayDecide, mayReopen, isBusy } = props;
  const { state, minutes, billableMinutes, reason, decidedAt } = sheet;
  const now = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const entriesId = useId();
  const decided = decidedAt && t('sheets.decided', { name: decidedBy, day: shortDate(dayOf(decidedAt), now) });
  return (
    <li className="sheet-week">
      <div className="sheet-line">
        <button
          type="button"
          className="sheet-open"
          aria-expanded={isOpen}
          aria-controls={isOpen ? entriesId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={15} className="sheet-chevron" aria-hidden="true" />
          <Avatar id={sheet.userId} name={name} imageUrl={imageUrl} size={24} isDecorative />
          <span className="truncate">{name}</span>
        </button>
        <span className="sheet-hours">
          <strong className="tabular-nums">{formatMinutes(minutes)}</strong>
          {billableMinutes > 0 && (
            <span className="text-ink-3 tabular-nums">
              {t('sheets.billable', { time: formatMinutes(billableMinutes) })}
            </span>
          )}
        </span>
        <span className="sheet-amount">{entries ? sumMoney(entries) : ''}</span>
        <SheetBadge state={state} />
        <span className="sheet-note">{state === 'rejected' ? t('sheets.why', { reason: reason ?? '' }) : decided}</span>
        {state === 'submitted' && mayDecide && (
          <span className="sheet-acts">
            <Button variant="ghost" aria-label={t('sheets.sendBackOne', { name })} onClick={props.onSendBack}>
              {t('sheets.sendBack')}
            </Button>
            <Button isBusy={isBusy} aria-label={t('sheets.approveOne', { name })} onClick={props.onApprove}>
              {t('sheets.approve')}
            </Button>
          </span>
        )}
        {state === 'submitted' && !mayDecide && <span className="sheet-note">{t('sheets.othersApprove')}</span>}
        {state === 'approved' && mayReopen && (
          <Button variant="ghost" isBusy={isBusy} aria-label={t('sheets.reopenOne', { name })} onClick={props.onReopen}>
            {t('sheets.reopen')}
          </Button>
        )}
      </div>
      {isOpen && <div id={entriesId}>{entries ? <ApprovalEntries entries={entries} /> : <Skeleton height={72} />}</div>}
    </li>
  );
}
