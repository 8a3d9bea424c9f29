import type { Allocation, CustomField, Milestone, RunningTimer, TimeEntry } from '@/api/types';

export type FakePlans = {
  milestones: Milestone[];
  fields: CustomField[];
  entries: TimeEntry[];
  allocations: Allocation[];
  timer: RunningTimer | null;
};

export const buildPlans = (): FakePlans => ({ milestones: [], fields: [], entries: [], allocations: [], timer: null });
