import { describe, expect, it } from 'vitest';
import { labelGroups } from '@/features/projects/label-groups';

describe('labels by their headings', () => {
  it('begin with those that have none', () => {
    const labels = [
      { name: 'a', group: 'Where' },
      { name: 'b', group: null },
      { name: 'c', group: 'Cause' },
      { name: 'd', group: 'Where' },
    ];
    expect(labelGroups(labels).map(([heading, inside]) => [heading, inside.map(({ name }) => name).join()])).toEqual([
      ['', 'b'],
      ['Cause', 'c'],
      ['Where', 'a,d'],
    ]);
  });
});
