import { expect, it } from 'vitest';
import { laidOut } from '@/features/list/calendar/week-lanes';
import { buildTask } from '@/test/fake/fake-data';

const DAYS = { first: '2026-11-23', last: '2026-12-06' };
const task = (id: string, startAt: string | null, dueAt: string) => buildTask({ id, startAt, dueAt });
const short = task('short', null, '2026-11-25');
const long = task('long', '2026-11-25', '2026-12-01');
const over = task('over', '2026-11-24', '2026-11-26');

const shown = (days: ReturnType<typeof laidOut>) =>
  [...days.values()].flatMap(({ pieces }) =>
    pieces.map(({ task: { id }, first, days: count, lane, isContinued, goesOn }) =>
      [id, first, count, lane, isContinued ? 'continued' : '', goesOn ? 'goes on' : ''].filter((part) => part !== ''),
    ),
  );

it('a task runs over its days, is split where a week ends, and no two lie over each other', () => {
  const days = laidOut(DAYS, [short, long, over], 3, null);
  expect(shown(days)).toEqual([
    ['over', '2026-11-24', 3, 0],
    ['long', '2026-11-25', 5, 1, 'goes on'],
    ['short', '2026-11-25', 1, 2],
    ['long', '2026-11-30', 2, 0, 'continued'],
  ]);
  expect(days.get('2026-11-26')).toMatchObject({ tasks: [over, long], pieces: [], hidden: 0 });
});

it('what has no room is counted on each of its days, and what is carried has always room', () => {
  const wide = task('wide', '2026-11-25', '2026-11-27');
  const all = [short, long, over, wide];
  const days = laidOut(DAYS, all, 3, null);
  // The last lane says how many more there are, so that one which would end up in it gives way where a day is full.
  expect(days.get('2026-11-25')).toMatchObject({ hidden: 2 });
  expect(days.get('2026-11-27')).toMatchObject({ hidden: 1, tasks: [long, wide] });
  expect(shown(days).map(([id]) => id)).toEqual(['over', 'long', 'long']);
  expect(shown(laidOut(DAYS, all, 3, 'short'))[0]).toEqual(['over', '2026-11-24', 3, 1]);
  expect(shown(laidOut(DAYS, all, 3, 'short'))[1]).toEqual(['short', '2026-11-25', 1, 0]);
});
