import type { SheetState } from '@/api/types';
import { type Text, t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';

export const SHEET_STATE_TEXT: Record<SheetState, Text> = {
  open: 'sheets.state.open',
  submitted: 'sheets.state.submitted',
  approved: 'sheets.state.approved',
  rejected: 'sheets.state.rejected',
};

const TONE = { open: 'plain', submitted: 'accent', approved: 'ok', rejected: 'danger' } as const;

/** How far a week has come. */
export const SheetBadge = ({ state }: { state: SheetState }) => (
  <Badge tone={TONE[state]}>{t(SHEET_STATE_TEXT[state])}</Badge>
);
