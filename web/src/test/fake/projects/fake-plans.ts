import type {
  Allocation,
  CustomField,
  DayOff,
  Milestone,
  MilestoneForecast,
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
  /** By milestone; another one has no tasks. */
  forecasts: Map<string, MilestoneForecast>;
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

/** Of a milestone without tasks. */
export const NO_FORECAST: Omit<MilestoneForecast, 'milestoneId'> = {
  outcome: 'empty',
  likelyOn: null,
  safeOn: null,
  plannedOn: null,
  openTasks: 0,
  openEstimateMinutes: 0,
  tasksAhead: 0,
  pastWeeks: 12,
  finishedTasks: 31,
};

export const buildPlans = (): FakePlans => ({
  milestones: [],
  forecasts: new Map(),
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
