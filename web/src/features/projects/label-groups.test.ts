import { describe, expect, it } from 'vitest';
import { labelGroups, onePerGroup } from '@/features/projects/label-groups';

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

describe('labels of an exclusive group', () => {
  const known = [
    { name: 'Oven', group: 'Cause', exclusive: true },
    { name: 'Flour', group: 'Cause', exclusive: true },
    { name: 'Big', group: 'Size', exclusive: false },
    { name: 'Small', group: 'Size', exclusive: false },
  ];

  it('take the place of each other', () => {
    expect(onePerGroup(['Oven', 'Big'], ['Oven', 'Big', 'Flour'], known)).toEqual(['Big', 'Flour']);
    expect(onePerGroup(['Big'], ['Big', 'Small', 'new'], known)).toEqual(['Big', 'Small', 'new']);
  });

  it('stay together where they were before', () => {
    expect(onePerGroup(['Oven', 'Flour'], ['Oven', 'Flour', 'Big'], known)).toEqual(['Oven', 'Flour', 'Big']);
    expect(onePerGroup(['Oven', 'Flour'], ['Flour'], known)).toEqual(['Flour']);
  });
});
