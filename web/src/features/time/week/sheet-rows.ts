import type { TimeEntry } from '@/api/types';
import { addDays, type DateOnly } from '@/lib/dates';

/** A line of the sheet: time of one task, or of a project as a whole. */
export type SheetRow = { key: string; projectId: string; taskId: string | null; days: TimeEntry[][] };

export const rowKey = (projectId: string, taskId: string | null) => `${projectId}/${taskId ?? ''}`;

export const weekOf = (monday: DateOnly): DateOnly[] => Array.from({ length: 7 }, (_, index) => addDays(monday, index));

/** The entries of a week as lines and days; lines that were added by hand stand there without entries. */
export function sheetRows(
  entries: readonly TimeEntry[],
  extra: readonly { projectId: string; taskId: string | null }[],
  monday: DateOnly,
): SheetRow[] {
  const days = weekOf(monday);
  const rows = new Map<string, SheetRow>();
  const rowOf = (projectId: string, taskId: string | null): SheetRow => {
    const key = rowKey(projectId, taskId);
    const known = rows.get(key) ?? { key, projectId, taskId, days: days.map(() => []) };
    rows.set(key, known);
    return known;
  };
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const index = days.indexOf(entry.date);
    if (index >= 0) rowOf(entry.projectId, entry.taskId).days[index]?.push(entry);
  }
  for (const { projectId, taskId } of extra) rowOf(projectId, taskId);
  return [...rows.values()];
}
