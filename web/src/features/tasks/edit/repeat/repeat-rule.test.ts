import { expect, it } from 'vitest';
import { readRule, writeRule } from '@/features/tasks/edit/repeat/repeat-rule';

it('reads and writes the rules that the form can make', () => {
  for (const rule of ['FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'FREQ=YEARLY;INTERVAL=3']) {
    const read = readRule(rule);
    expect(read && writeRule(read)).toBe(rule);
  }
});

it('leaves rules with more to them alone', () => {
  for (const rule of ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=DAILY;COUNT=3', 'FREQ=HOURLY', 'nonsense']) {
    expect(readRule(rule)).toBeNull();
  }
});
