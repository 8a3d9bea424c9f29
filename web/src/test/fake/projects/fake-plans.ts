import type {
  Allocation,
  CustomField,
  DayOff,
  Milestone,
  Rate,
  Release,
  RunningTimer,
  SheetState,
  TimeEntry,
} from '@/api/types';

/** What was decided about a week; the sheet itself follows from the entries of the week. */
export type FakeSheet = { state: SheetState; reason: string | null };

export type FakePlans = {
  milestones: Milestone[];
  fields: CustomField[];
  entries: TimeEntry[];
  /** By the id of the sheet: project, person and Monday. */
  sheets: Map<string, FakeSheet>;
  rates: Rate[];
  releases: Release[];
  allocations: Allocation[];
  daysOff: DayOff[];
  hoursPerWeek: number;
  timer: RunningTimer | null;
};

export const buildPlans = (): FakePlans => ({
  milestones: [],
  fields: [],
  entries: [],
  sheets: new Map(),
  rates: [],
  releases: [],
  allocations: [],
  daysOff: [],
  hoursPerWeek: 40,
  timer: null,
});
