import { expect, it } from 'vitest';
import { changesAnything, rebase } from '@/features/tasks/edit/task-merge';
import { buildTask } from '@/test/fake/fake-data';

const base = buildTask({ title: 'Old', labels: ['A', 'B'], priority: 'low' });

it('puts a change onto another field’s change without asking', () => {
  const theirs = { ...base, priority: 'high' as const, version: 2 };
  expect(rebase({ title: 'Mine' }, base, theirs)).toEqual({ change: { title: 'Mine' }, clashes: [] });
});

it('finds a clash only where both changed the same to different values', () => {
  const theirs = { ...base, title: 'Theirs', priority: 'high' as const };
  expect(rebase({ title: 'Mine', priority: 'high' }, base, theirs).clashes).toEqual(['title']);
});

it('merges lists: what I added and removed, done to theirs', () => {
  const theirs = { ...base, labels: ['A', 'B', 'Theirs'] };
  const { change, clashes } = rebase({ labels: ['B', 'Mine'] }, base, theirs);
  expect(change.labels).toEqual(['B', 'Theirs', 'Mine']);
  expect(clashes).toEqual([]);
});

it('knows when nothing would change', () => {
  expect(changesAnything(base, { title: 'Old', labels: ['A', 'B'], dueAt: null })).toBe(false);
  expect(changesAnything(base, { labels: ['B', 'A'] })).toBe(true);
});
