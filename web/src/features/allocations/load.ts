/** `37.5`: at most one digit behind the point. */
export const hoursText = (hours: number): string => String(Math.round(hours * 10) / 10);

/** How full a week is whose person works `capacity` hours in it. */
export const levelOf = (hours: number, capacity: number): 'none' | 'part' | 'full' | 'over' =>
  hours <= 0 ? 'none' : hours > capacity + 0.01 ? 'over' : hours >= capacity * 0.9 ? 'full' : 'part';
