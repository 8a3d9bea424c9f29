import type { Member, PricedEntry, Project, SheetState, TimeSheet } from '@/api/types';
import { mayManage } from '@/features/projects/project-rights';
import type { Text } from '@/lib/i18n';

export const SHOWN = ['submitted', 'approved', 'rejected', 'open', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export const SHOWN_TEXT: Record<Shown, Text> = {
  submitted: 'sheets.state.submitted',
  approved: 'sheets.state.approved',
  rejected: 'sheets.state.rejected',
  open: 'sheets.state.open',
  all: 'sheets.allStates',
};

export const shownOf = (value: string | undefined): Shown => SHOWN.find((shown) => shown === value) ?? 'submitted';
export const stateOf = (shown: Shown): { state?: SheetState } => (shown === 'all' ? {} : { state: shown });

export type Week = { monday: string; sheets: TimeSheet[] };

/** Sheets that are sorted by week, week by week. */
export function byWeeks(sheets: readonly TimeSheet[]): Week[] {
  const weeks = new Map<string, TimeSheet[]>();
  for (const sheet of sheets) weeks.set(sheet.week, [...(weeks.get(sheet.week) ?? []), sheet]);
  return [...weeks].map(([monday, held]) => ({ monday, sheets: held }));
}

/** Nobody approves their own time, unless they are the owner and nobody could stand in. */
export function mayApprove(sheet: TimeSheet, project: Project, members: readonly Member[], userId: string): boolean {
  if (!mayManage(project) || project.state !== 'active') return false;
  if (sheet.userId !== userId) return true;
  return project.role === 'owner' && !members.some((member) => member.userId !== userId && mayManage(member));
}

export const entriesOf = (sheet: TimeSheet, entries: readonly PricedEntry[]): PricedEntry[] =>
  entries.filter((entry) => entry.userId === sheet.userId);
