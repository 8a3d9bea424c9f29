import type { Allocation } from '@/api/types';
import { addDays, type DateOnly, daysBetween } from '@/lib/dates';

/** The hours of a full week. The product does not know anybody's contract. */
export const FULL_WEEK = 40;

const WORKDAYS = 5;

/** The hours of an allocation that fall into the week from a Monday: by its days from Monday to Friday. */
export function hoursIn(
  { hoursPerWeek, from, to }: Pick<Allocation, 'hoursPerWeek' | 'from' | 'to'>,
  monday: DateOnly,
) {
  const friday = addDays(monday, WORKDAYS - 1);
  const first = from > monday ? from : monday;
  const last = to < friday ? to : friday;
  const days = daysBetween(first, last) + 1;
  return days <= 0 ? 0 : (hoursPerWeek * days) / WORKDAYS;
}

export const loadOf = (allocations: readonly Allocation[], monday: DateOnly): number =>
  allocations.reduce((sum, allocation) => sum + hoursIn(allocation, monday), 0);

/** `37.5`: at most one digit behind the point. */
export const hoursText = (hours: number): string => String(Math.round(hours * 10) / 10);

export const levelOf = (hours: number): 'none' | 'part' | 'full' | 'over' =>
  hours <= 0 ? 'none' : hours > FULL_WEEK + 0.01 ? 'over' : hours >= FULL_WEEK * 0.9 ? 'full' : 'part';
