import { useQuery } from '@tanstack/react-query';
import type { TimeEntry } from '@/api/types';
import { sheetsQuery } from '@/features/time/sheets/sheet-queries';
import { addDays, type DateOnly, mondayOf } from '@/lib/dates';

const place = (userId: string, monday: DateOnly) => `${userId}/${monday}`;

/** Tells which entries stand in an approved week, where nobody changes them. */
export function useLockedWeeks(projectId: string, days: { from?: DateOnly; to?: DateOnly }) {
  const isOneWeek = days.from !== undefined && days.to === addDays(days.from, 6);
  const { data = [] } = useQuery(
    sheetsQuery(projectId, { state: 'approved', ...(isOneWeek ? { week: days.from } : {}) }),
  );
  const locked = new Set(data.map(({ userId, week }) => place(userId, week)));
  return (entry: TimeEntry): boolean => locked.has(place(entry.userId, mondayOf(entry.date)));
}
