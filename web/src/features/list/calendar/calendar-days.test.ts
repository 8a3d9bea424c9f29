import { describe, expect, it } from 'vitest';
import { dayIn, daysAround, putDown, stepped, weeksIn } from '@/features/list/calendar/calendar-days';
import { laidOut } from '@/features/list/calendar/week-lanes';
import { projectListSource } from '@/features/list/project-list';
import { narrowedQuery } from '@/features/tasks/query/narrowed-query';
import { today } from '@/lib/dates';
import { buildTask } from '@/test/fake/fake-data';

describe('the days of a calendar', () => {
  it('are the whole weeks of a month, or one week', () => {
    expect(daysAround('2026-11-27', 'month')).toEqual({ first: '2026-10-26', last: '2026-12-06' });
    expect(daysAround('2027-02-10', 'month')).toEqual({ first: '2027-02-01', last: '2027-02-28' });
    expect(daysAround('2026-11-27', 'week')).toEqual({ first: '2026-11-23', last: '2026-11-29' });
    expect(weeksIn(daysAround('2026-11-27', 'month'))).toHaveLength(6);
  });

  it('go on by a month, as far as it has the day, or by a week', () => {
    expect(stepped('2027-01-31', 'month', 1)).toBe('2027-02-28');
    expect(stepped('2027-01-15', 'month', -1)).toBe('2026-12-15');
    expect(stepped('2026-12-30', 'week', 1)).toBe('2027-01-06');
    expect(dayIn('2026-02-31', '2026-11-27')).toBe('2026-11-27');
  });
});

describe('the days of a task', () => {
  it('keep a date a date and an instant its time of day', () => {
    const due = new Date('2026-03-27T09:30:00').toISOString();
    expect(putDown({ startAt: null, dueAt: '2026-11-25' }, '2026-11-25', '2026-12-01')).toEqual({
      dueAt: '2026-12-01',
    });
    expect(putDown({ startAt: null, dueAt: due }, '2026-03-27', '2026-03-30').dueAt).toBe(
      new Date('2026-03-30T09:30:00').toISOString(),
    );
  });

  it('go on together, by whichever of them it is taken', () => {
    const dates = { startAt: '2026-11-20', dueAt: '2026-11-25' };
    expect(putDown(dates, '2026-11-20', '2026-11-22')).toEqual({ startAt: '2026-11-22', dueAt: '2026-11-27' });
    expect(putDown(dates, '2026-11-24', '2026-11-23')).toEqual({ startAt: '2026-11-19', dueAt: '2026-11-24' });
  });

  it('begin where it is put down that had none, with a start that would lie behind', () => {
    expect(putDown({ startAt: null, dueAt: null }, null, '2026-12-01')).toEqual({ dueAt: '2026-12-01' });
    expect(putDown({ startAt: '2026-11-20', dueAt: null }, null, '2026-12-01')).toEqual({ dueAt: '2026-12-01' });
    expect(putDown({ startAt: '2026-12-20', dueAt: null }, null, '2026-12-01')).toEqual({
      startAt: '2026-12-01',
      dueAt: '2026-12-01',
    });
  });

  it('are where the reader is, and asked for however far the project is from there', () => {
    const late = buildTask({ id: 'late', dueAt: new Date('2026-11-30T23:30:00').toISOString() });
    const date = buildTask({ id: 'date', dueAt: '2026-11-30' });
    const days = { first: '2026-11-30', last: '2026-12-06' };
    expect(laidOut(days, [late, date], 3, null).get('2026-11-30')?.tasks).toEqual([late, date]);

    const view = { filters: {}, grouping: 'none' as const, sort: 'dueAt' as const, days };
    const source = projectListSource(late.projectId, view, [], today());
    expect(source.groups[0]?.query).toMatchObject({
      dueAfter: '2026-11-28',
      query: '(due <= 2026-12-07 or start <= 2026-12-07)',
    });
    expect(source.isAskedAgain).toBeFalsy();
    expect(source.rules.belongs(late, false)).toBe(true);
    expect(source.rules.belongs({ ...late, dueAt: '2026-12-20' }, true)).toBe(false);
    expect(source.rules.belongs({ ...late, startAt: '2026-12-04', dueAt: '2026-12-20' }, false)).toBe(true);
  });

  it('have the bounds of a filter by due where these are narrower, and a query beside them', () => {
    const days = { first: '2026-11-30', last: '2027-01-03' };
    const view = { filters: { due: 'week' }, grouping: 'none' as const, sort: 'dueAt' as const, days };
    const { groups } = projectListSource('p', { ...view, query: 'a = 1 or b = 2 order by key' }, [], '2026-12-02');
    expect(groups[0]?.query).toMatchObject({
      dueAfter: '2026-12-01',
      dueBefore: '2026-12-09',
      query: '(a = 1 or b = 2) and (due <= 2027-01-04 or start <= 2027-01-04)',
    });
  });

  it('are asked for as missing beside any query', () => {
    expect(narrowedQuery(undefined, 'due is empty')).toBe('due is empty');
    expect(narrowedQuery('order by due', 'due is empty')).toBe('due is empty');
    expect(narrowedQuery('priority = high order by due', 'due is empty')).toBe('priority = high and due is empty');
    expect(narrowedQuery('a = 1 or b = 2', 'due is empty')).toBe('(a = 1 or b = 2) and due is empty');
    expect(narrowedQuery('login loop', 'due is empty')).toBe('"login" and "loop" and due is empty');
  });
});
