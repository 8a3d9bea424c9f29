import { useQueries } from '@tanstack/react-query';
import type { TimeSheet } from '@/api/types';
import { sheetsQuery } from '@/features/time/sheets/sheet-queries';
import type { DateOnly } from '@/lib/dates';

/** The reader's sheets of one week, by project. A sheet is there from the first entry of its week on. */
export function useOwnSheets(projectIds: readonly string[], monday: DateOnly): ReadonlyMap<string, TimeSheet> {
  return useQueries({
    queries: projectIds.map((id) => sheetsQuery(id, { userId: 'me', week: monday })),
    combine: (results) =>
      new Map(results.flatMap((result) => result.data ?? []).map((sheet) => [sheet.projectId, sheet])),
  });
}
