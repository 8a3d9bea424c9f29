import { expect, it } from 'vitest';
import { formatMinutes, parseMinutes } from '@/lib/duration';

it.each([
  ['90', 90],
  ['2h', 120],
  ['2h 30m', 150],
  ['2h30', null],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['45 min', 45],
  ['', null],
  ['soon', null],
])('reads %o as %o minutes', (text, minutes) => {
  expect(parseMinutes(text)).toBe(minutes);
});

it('writes what it can read again', () => {
  expect(formatMinutes(150)).toBe('2 h 30 min');
  for (const minutes of [0, 5, 60, 61, 150]) expect(parseMinutes(formatMinutes(minutes))).toBe(minutes);
});
