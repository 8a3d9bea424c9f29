import { expect, it } from 'vitest';
import type { TimeEntry } from '@/api/types';
import { sheetRows } from '@/features/time/week/sheet-rows';

const entry = (id: string, fields: Partial<TimeEntry>): TimeEntry => ({
  id,
  projectId: 'p',
  taskId: null,
  userId: 'u',
  minutes: 30,
  date: '2026-11-23',
  note: '',
  billable: false,
  createdAt: '2026-11-23T08:00:00Z',
  version: 1,
  ...fields,
});

it('puts the entries of a week into lines and days', () => {
  const rows = sheetRows(
    [
      entry('2', { date: '2026-11-29' }),
      entry('1', {}),
      entry('3', { taskId: 't' }),
      entry('4', { date: '2026-11-30' }),
    ],
    [
      { projectId: 'p', taskId: 't' },
      { projectId: 'q', taskId: null },
    ],
    '2026-11-23',
  );
  expect(rows.map((row) => row.key)).toEqual(['p/', 'p/t', 'q/']);
  expect(rows[0]?.days.map((day) => day.length)).toEqual([1, 0, 0, 0, 0, 0, 1]);
});
