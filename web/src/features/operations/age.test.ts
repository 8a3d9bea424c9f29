import { describe, expect, it } from 'vitest';
import { age, eventName } from '@/features/operations/age';
import '@/lib/i18n-operations';

describe('age', () => {
  it('is short', () => {
    expect([0.2, 1, 59, 60, 3599, 3600, 90_000].map(age)).toEqual([
      'under 1 s',
      '1 s',
      '59 s',
      '1 min',
      '59 min',
      '1 h',
      '1 d',
    ]);
  });
});

describe('eventName', () => {
  it('leaves out what all types share, but not a later version', () => {
    expect(eventName('waymark.task.created.v1')).toBe('task.created');
    expect(eventName('waymark.task.created.v2')).toBe('task.created v2');
    expect(eventName('unknown')).toBe('unknown');
  });
});
