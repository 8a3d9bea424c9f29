import { expect, it } from 'vitest';
import { fromField, nextStretch, toField, withHours } from '@/features/project-settings/calendar/week';

it('keeps the days of a week in order, and leaves out those without work', () => {
  const week = withHours([{ day: 'friday', hours: [{ from: '09:00', to: '17:00' }] }], 'monday', [
    { from: '13:00', to: '17:00' },
    { from: '08:00', to: '12:00' },
  ]);
  expect(week.map(({ day }) => day)).toEqual(['monday', 'friday']);
  expect(week[0]?.hours[0]).toEqual({ from: '08:00', to: '12:00' });
  expect(withHours(week, 'friday', []).map(({ day }) => day)).toEqual(['monday']);
});

it('offers the next stretch, and writes midnight as the end of a day', () => {
  expect(nextStretch([])).toEqual({ from: '09:00', to: '17:00' });
  expect(nextStretch([{ from: '09:00', to: '12:30' }])).toEqual({ from: '13:00', to: '15:00' });
  expect(nextStretch([{ from: '09:00', to: '24:00' }])).toBeNull();
  expect([toField('24:00'), fromField('00:00', true), fromField('00:00', false)]).toEqual(['00:00', '24:00', '00:00']);
});
