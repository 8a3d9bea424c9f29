import type { Task } from '@/api/types';
import { daysOf, weeksIn } from '@/features/list/calendar/calendar-days';
import type { ShownDays } from '@/features/list/project-list';
import type { Span } from '@/features/list/timeline/time-scale';
import { type DateOnly, daysBetween } from '@/lib/dates';

/** What a week shows of a task: on how many of its days, and how far down. */
export type Piece = {
  task: Task;
  first: DateOnly;
  days: number;
  lane: number;
  /** Whether the task has days before this week, or after it. */
  isContinued: boolean;
  goesOn: boolean;
};

/** A day with all its tasks, the pieces that begin on it, and how many tasks it has no room for. */
export type DayTasks = { tasks: readonly Task[]; pieces: readonly Piece[]; hidden: number };

type Placed = Piece & { mask: number };
type Spanned = { task: Task; span: Span };

const WEEK = 7;
const maskOf = (column: number, days: number) => ((1 << days) - 1) << column;

/** What is carried stands first, then what takes several days, the earlier and longer before the others. */
function inOrder(tasks: readonly Task[], heldId: string | null): Spanned[] {
  const spanned = tasks.flatMap((task) => {
    const span = daysOf(task);
    return span ? [{ task, span }] : [];
  });
  const weight = ({ task, span }: Spanned) => (task.id === heldId ? 0 : span.start === span.end ? 2 : 1);
  return spanned.sort((a, b) => {
    const order = weight(a) - weight(b);
    if (order !== 0 || weight(a) === 2) return order;
    if (a.span.start !== b.span.start) return a.span.start < b.span.start ? -1 : 1;
    return a.span.end > b.span.end ? -1 : a.span.end < b.span.end ? 1 : 0;
  });
}

/** Each task in the highest lane that is free on all of its days. */
function placed(week: readonly DateOnly[], tasks: readonly Spanned[]): Placed[] {
  const [monday = '', sunday = ''] = [week[0], week.at(-1)];
  const lanes: number[] = [];
  return tasks.flatMap(({ task, span }) => {
    if (span.start > sunday || span.end < monday) return [];
    const isContinued = span.start < monday;
    const goesOn = span.end > sunday;
    const column = isContinued ? 0 : daysBetween(monday, span.start);
    const days = (goesOn ? WEEK - 1 : daysBetween(monday, span.end)) - column + 1;
    const mask = maskOf(column, days);
    const free = lanes.findIndex((taken) => (taken & mask) === 0);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = (lanes[lane] ?? 0) | mask;
    return [{ task, first: week[column] ?? monday, days, lane, isContinued, goesOn, mask }];
  });
}

/** The days of a calendar with what they show, in as many lanes as there is room for: the last one says how many more there are. */
export function laidOut(
  shown: ShownDays,
  tasks: readonly Task[],
  room: number,
  heldId: string | null,
): ReadonlyMap<DateOnly, DayTasks> {
  const ordered = inOrder(tasks, heldId);
  const days = new Map<DateOnly, DayTasks>();
  for (const week of weeksIn(shown)) {
    const pieces = placed(week, ordered);
    const full = pieces.reduce((mask, piece) => (piece.lane >= room ? mask | piece.mask : mask), 0);
    const isSeen = ({ lane, mask }: Placed) => lane < room - 1 || (lane === room - 1 && (mask & full) === 0);
    for (const [column, day] of week.entries()) {
      const there = pieces.filter(({ mask }) => mask & maskOf(column, 1));
      days.set(day, {
        tasks: there.map(({ task }) => task),
        pieces: there.filter((piece) => piece.first === day && isSeen(piece)).sort((a, b) => a.lane - b.lane),
        hidden: there.filter((piece) => !isSeen(piece)).length,
      });
    }
  }
  return days;
}
