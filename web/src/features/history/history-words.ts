import type { FieldChange, TaskHistoryEntry } from '@/api/types';
import { listWords, personName, valueText, type Words } from '@/features/tasks/field-words';
import { type Text, t } from '@/lib/i18n';

/** All that one person did in one act: the events of one change id. */
export type HistoryAct = {
  changeId: string;
  at: string;
  actorId: string | null;
  type: string;
  changes: Record<string, FieldChange>;
};

/** Gathers the events of one act, which the stream keeps apart by kind. */
export function actsOf(entries: readonly TaskHistoryEntry[]): HistoryAct[] {
  const acts: HistoryAct[] = [];
  for (const { changeId, at, actorId, type, changes } of entries) {
    const last = acts.at(-1);
    if (last?.changeId === changeId) Object.assign(last.changes, changes);
    else acts.push({ changeId, at, actorId, type, changes: { ...changes } });
  }
  return acts;
}

type Say = (change: FieldChange, words: Words) => string;
type Verbs = { set: Text; cleared: Text; changed: Text };

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || value === 'none';

const scalar =
  (field: string, verbs: Verbs): Say =>
  ({ from, to }, words) => {
    const values = { from: valueText(field, from, words), to: valueText(field, to, words) };
    if (isNothing(to)) return t(verbs.cleared, values);
    return t(isNothing(from) ? verbs.set : verbs.changed, values);
  };

const items = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const list =
  (added: Text, removed: Text, nameOf: (item: string, words: Words) => string): Say =>
  ({ from, to }, words) => {
    const [before, after] = [items(from), items(to)];
    const told = (text: Text, names: string[]) =>
      names.length > 0
        ? t(text, { names: listWords(names.map((item) => nameOf(item, words))), count: names.length })
        : '';
    return [
      told(
        added,
        after.filter((item) => !before.includes(item)),
      ),
      told(
        removed,
        before.filter((item) => !after.includes(item)),
      ),
    ]
      .filter(Boolean)
      .join(', ');
  };

const person = (id: string, { members }: Words) => personName(id, members);
const always =
  (text: Text): Say =>
  () =>
    t(text);

/** How the change of each field is told. A field that is not named here is not news: a rank, a category, a time stamp. */
const SAY: Record<string, Say> = {
  title: ({ from, to }) => t('history.title', { from: String(from ?? ''), to: String(to ?? '') }),
  description: always('history.description'),
  status: ({ from, to }, words) =>
    t('history.status', { from: valueText('status', from, words), to: valueText('status', to, words) }),
  priority: scalar('priority', {
    set: 'history.prioritySet',
    cleared: 'history.priorityCleared',
    changed: 'history.priorityChanged',
  }),
  difficulty: scalar('difficulty', {
    set: 'history.difficultySet',
    cleared: 'history.difficultyCleared',
    changed: 'history.difficultyChanged',
  }),
  estimateMinutes: scalar('estimateMinutes', {
    set: 'history.estimateSet',
    cleared: 'history.estimateCleared',
    changed: 'history.estimateChanged',
  }),
  startAt: scalar('startAt', {
    set: 'history.startSet',
    cleared: 'history.startCleared',
    changed: 'history.startChanged',
  }),
  dueAt: scalar('dueAt', { set: 'history.dueSet', cleared: 'history.dueCleared', changed: 'history.dueChanged' }),
  assigneeIds: list('history.assigned', 'history.unassigned', person),
  watcherIds: list('history.followersAdded', 'history.followersRemoved', person),
  labels: list('history.labelsAdded', 'history.labelsRemoved', (name) => name),
  milestoneId: ({ to }) => t(isNothing(to) ? 'history.milestoneCleared' : 'history.milestoneSet'),
  steps: always('history.steps'),
  recurrence: ({ to }) => t(isNothing(to) ? 'history.repeatCleared' : 'history.repeatSet'),
  parentId: ({ to }) => t(isNothing(to) ? 'history.parentCleared' : 'history.parentSet'),
};

/** What was done, to stand behind the name of who did it; empty when it is nothing to tell. */
export function actText(act: HistoryAct, words: Words): string {
  if (act.type === 'task.created') return t('history.created');
  const deletion = act.changes.deletedAt;
  if (deletion) return t(isNothing(deletion.to) ? 'history.restored' : 'history.deleted');
  const told = Object.entries(act.changes).map(([field, change]) => SAY[field]?.(change, words) ?? '');
  return told.filter(Boolean).join(', ');
}
