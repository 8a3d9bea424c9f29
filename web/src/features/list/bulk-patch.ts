import type { BulkTaskPatch, Task } from '@/api/types';
import type { TaskChange } from '@/features/list/change-tasks';

/** What one task becomes. */
export type Changed = { task: Task; changed: TaskChange };

const LISTS = [
  { field: 'assigneeIds', add: 'addAssigneeIds', remove: 'removeAssigneeIds' },
  { field: 'labels', add: 'addLabels', remove: 'removeLabels' },
] as const;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];

/** The one change that makes of all these tasks what each is to become: members they share, and what joins or leaves their lists. */
export function bulkPatchOf(changes: readonly Changed[]): BulkTaskPatch {
  const { statusCategory: _derived, assigneeIds: _people, labels: _labels, ...shared } = changes[0]?.changed ?? {};
  const patch: BulkTaskPatch = { ...shared };
  for (const { field, add, remove } of LISTS) {
    const lists = changes.map(({ task, changed }) => ({ before: task[field], after: changed[field] ?? task[field] }));
    const first = lists[0]?.after ?? [];
    if (!changes.some(({ changed }) => changed[field])) continue;
    if (first.length === 0 && lists.every(({ after }) => isSame(after, first))) {
      patch[field] = [];
      continue;
    }
    const added = union(lists.map(({ before, after }) => after.filter((item) => !before.includes(item))));
    const removed = union(lists.map(({ before, after }) => before.filter((item) => !after.includes(item)))).filter(
      // What one of them keeps leaves the others because another label of its group takes its place there.
      (item) => !lists.some(({ after }) => after.includes(item)),
    );
    if (added.length > 0) patch[add] = added;
    if (removed.length > 0) patch[remove] = removed;
  }
  return patch;
}
