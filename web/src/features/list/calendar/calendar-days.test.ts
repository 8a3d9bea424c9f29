import { describe, expect, it } from 'vitest';
import { dayIn, daysAround, dueOn, stepped, tasksByDay, weeksIn } from '@/features/list/calendar/calendar-days';
import { undatedQuery } from '@/features/list/calendar/undated-source';
import { projectListSource } from '@/features/list/project-list';
import { dayOf, today } from '@/lib/dates';
import { buildTask } from '@/test/fake-data';

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

describe('the day of a task', () => {
  it('keeps a date a date and an instant its time of day', () => {
    const due = new Date('2026-03-27T09:30:00').toISOString();
    expect(dueOn({ startAt: null, dueAt: '2026-11-25' }, '2026-12-01')).toEqual({ dueAt: '2026-12-01' });
    expect(dueOn({ startAt: null, dueAt: due }, '2026-03-30').dueAt).toBe(
      new Date('2026-03-30T09:30:00').toISOString(),
    );
    expect(dueOn({ startAt: null, dueAt: null }, '2026-12-01')).toEqual({ dueAt: '2026-12-01' });
  });

  it('takes a start along that would lie behind', () => {
    const dates = { startAt: '2026-11-20', dueAt: '2026-11-25' };
    expect(dueOn(dates, '2026-11-22')).toEqual({ dueAt: '2026-11-22' });
    expect(dueOn(dates, '2026-11-18')).toEqual({ dueAt: '2026-11-18', startAt: '2026-11-13' });
  });

  it('is where the reader is, and asked for however far the project is from there', () => {
    const late = buildTask({ id: 'late', dueAt: new Date('2026-11-30T23:30:00').toISOString() });
    const date = buildTask({ id: 'date', dueAt: '2026-11-30' });
    expect(tasksByDay([late, date], null).get('2026-11-30')).toEqual([late, date]);

    const days = { first: '2026-11-30', last: '2026-12-06' };
    const view = { filters: {}, grouping: 'none' as const, sort: 'dueAt' as const, days };
    const source = projectListSource(late.projectId, view, [], today());
    expect(source.groups[0]?.query).toMatchObject({ dueAfter: '2026-11-28', dueBefore: '2026-12-08' });
    expect(dayOf(late.dueAt ?? '')).toBe('2026-11-30');
    expect(source.rules.belongs(late, false)).toBe(true);
    expect(source.rules.belongs({ ...late, dueAt: '2026-12-20' }, true)).toBe(false);
  });

  it('has the bounds of a filter by due where these are narrower', () => {
    const days = { first: '2026-11-30', last: '2027-01-03' };
    const view = { filters: { due: 'week' }, grouping: 'none' as const, sort: 'dueAt' as const, days };
    const { groups } = projectListSource('p', view, [], '2026-12-02');
    expect(groups[0]?.query).toMatchObject({ dueAfter: '2026-12-01', dueBefore: '2026-12-09' });
  });

  it('is asked for as missing beside any query', () => {
    expect(undatedQuery(undefined)).toBe('due is empty');
    expect(undatedQuery('order by due')).toBe('due is empty');
    expect(undatedQuery('priority = high order by due')).toBe('priority = high and due is empty');
    expect(undatedQuery('a = 1 or b = 2')).toBe('(a = 1 or b = 2) and due is empty');
    expect(undatedQuery('login loop')).toBe('"login" and "loop" and due is empty');
  });
});
