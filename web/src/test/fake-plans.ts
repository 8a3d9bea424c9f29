import type { Allocation, CustomField, DayOff, Milestone, RunningTimer, TimeEntry } from '@/api/types';

export type FakePlans = {
  milestones: Milestone[];
  fields: CustomField[];
  entries: TimeEntry[];
  allocations: Allocation[];
  daysOff: DayOff[];
  hoursPerWeek: number;
  timer: RunningTimer | null;
};

export const buildPlans = (): FakePlans => ({
  milestones: [],
  fields: [],
  entries: [],
  allocations: [],
  daysOff: [],
  hoursPerWeek: 40,
  timer: null,
});
