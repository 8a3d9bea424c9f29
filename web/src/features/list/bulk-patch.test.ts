import { expect, it } from 'vitest';
import { bulkPatchOf } from '@/features/list/bulk-patch';
import { buildTask } from '@/test/fake/fake-data';

const one = buildTask({ number: 1, labels: ['Bug'], assigneeIds: ['ada'] });
const two = buildTask({ number: 2, labels: ['API', 'Bug'], assigneeIds: [] });

it('shares what all become, and says what joins and leaves their lists', () => {
  const change = (labels: string[][]) =>
    bulkPatchOf([one, two].map((task, index) => ({ task, changed: { labels: labels[index] } })));
  expect(
    change([
      ['Bug', 'New'],
      ['API', 'Bug', 'New'],
    ]),
  ).toEqual({ addLabels: ['New'] });
  expect(change([[], ['API']])).toEqual({ removeLabels: ['Bug'] });
  // Where another of its group takes its place, the server takes it away.
  expect(change([['API'], ['API', 'Bug']])).toEqual({ addLabels: ['API'] });
  expect(bulkPatchOf([one, two].map((task) => ({ task, changed: { assigneeIds: [] } })))).toEqual({ assigneeIds: [] });
  expect(
    bulkPatchOf([one, two].map((task) => ({ task, changed: { status: 'done', statusCategory: 'completed' } }))),
  ).toEqual({ status: 'done' });
});
