import type { FieldChange, TaskHistoryEntry } from '@/api/types';
import { listWords, ownValueText, personName, valueText, type Words } from '@/features/tasks/field-words';
import { type Text, t } from '@/lib/i18n';

/** All that one person did in one act: the events of one change id. */
export type HistoryAct = {
  changeId: string;
  at: string;
  actorId: string | null;
  /** The kinds of its events. */
  types: string[];
  changes: Record<string, FieldChange>;
};

/** Gathers the events of one act, which the stream keeps apart by kind. */
export function actsOf(entries: readonly TaskHistoryEntry[]): HistoryAct[] {
  const acts: HistoryAct[] = [];
  for (const { changeId, at, actorId, type, changes } of entries) {
    const last = acts.at(-1);
    if (last?.changeId === changeId) {
      Object.assign(last.changes, changes);
      last.types.push(type);
    } else acts.push({ changeId, at, actorId, types: [type], changes: { ...changes } });
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

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

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

/** The fields that the project has made, each told like one of the task's own. */
const ownFields: Say = ({ from, to }, words) => {
  const [before, after] = [recordOf(from), recordOf(to)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  const told = names.map((name) => {
    const values = { name, from: ownValueText(before[name], words), to: ownValueText(after[name], words) };
    if (isNothing(after[name])) return t('history.ownCleared', values);
    return t(isNothing(before[name]) ? 'history.ownSet' : 'history.ownChanged', values);
  });
  return told.join(', ');
};

const ADDED: Record<string, Text> = {
  blocks: 'history.blocksAdded',
  blocked_by: 'history.blockedByAdded',
  relates_to: 'history.relatesToAdded',
  duplicates: 'history.duplicatesAdded',
  duplicated_by: 'history.duplicatedByAdded',
};
const REMOVED: Record<string, Text> = {
  blocks: 'history.blocksRemoved',
  blocked_by: 'history.blockedByRemoved',
  relates_to: 'history.relatesToRemoved',
  duplicates: 'history.duplicatesRemoved',
  duplicated_by: 'history.duplicatedByRemoved',
};

const dependency: Say = ({ from, to }, { names }) => {
  const { type, taskId } = recordOf(to ?? from);
  const text = (to ? ADDED : REMOVED)[String(type)];
  return text ? t(text, { name: names?.get(String(taskId)) ?? t('peek.otherTask') }) : '';
};

/** A question whether the task may enter a state, and the answers to it. */
const approval: Say = ({ from, to }, words) => {
  const [before, after] = [recordOf(from), recordOf(to)];
  const status = valueText('status', after.status, words);
  if (isNothing(from)) return t('history.approvalAsked', { status });
  if (after.approverId) {
    return t('history.approvalHandedOver', { status, name: personName(String(after.approverId), words.members) });
  }
  if (after.state === 'withdrawn') return t('history.approvalWithdrawn', { status });
  const answers = ({ approvals, rejections }: Record<string, unknown>) => Number(approvals) + Number(rejections);
  if (answers(after) < answers(before)) return t('history.approvalTakenBack', { status });
  if (Number(after.rejections) > Number(before.rejections)) return t('history.approvalRefused', { status });
  return t('history.approvalGiven', { status, given: Number(after.approvals), needed: Number(after.needed) });
};

const person = (id: string, { members }: Words) => personName(id, members);
/** The first assignee owns the task; who only moved up because that one left was not made it by anybody. */
const assignees: Say = (change, words) => {
  const [before, after] = [items(change.from), items(change.to)];
  const [was, is] = [before[0], after[0]];
  const isMade = was !== undefined && is !== undefined && was !== is && after.includes(was);
  return [
    list('history.assigned', 'history.unassigned', person)(change, words),
    isMade ? t('history.ownerMade', { name: person(is, words) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
};

const always =
  (text: Text): Say =>
  () =>
    t(text);

/** What changes without being news: it follows from something else that is told, or is nobody's choice. */
export const UNTOLD_FIELDS = ['number', 'reporterId', 'mutedIds', 'rank', 'statusCategory', 'completedAt'];

/** How the change of each field is told. */
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
  durationMinutes: scalar('durationMinutes', {
    set: 'history.durationSet',
    cleared: 'history.durationCleared',
    changed: 'history.durationChanged',
  }),
  startAt: scalar('startAt', {
    set: 'history.startSet',
    cleared: 'history.startCleared',
    changed: 'history.startChanged',
  }),
  dueAt: scalar('dueAt', { set: 'history.dueSet', cleared: 'history.dueCleared', changed: 'history.dueChanged' }),
  deadlineAt: scalar('deadlineAt', {
    set: 'history.deadlineSet',
    cleared: 'history.deadlineCleared',
    changed: 'history.deadlineChanged',
  }),
  assigneeIds: assignees,
  watcherIds: list('history.followersAdded', 'history.followersRemoved', person),
  labels: list('history.labelsAdded', 'history.labelsRemoved', (name) => name),
  type: (change, words) => t('history.type', { to: valueText('type', change.to, words) }),
  milestoneId: ({ to }, { names }) => {
    const name = names?.get(String(to));
    if (isNothing(to)) return t('history.milestoneCleared');
    return name ? t('history.milestoneSetTo', { name }) : t('history.milestoneSet');
  },
  customFields: ownFields,
  dependencies: dependency,
  approval,
  steps: always('history.steps'),
  recurrence: ({ to }) => t(isNothing(to) ? 'history.repeatCleared' : 'history.repeatSet'),
  parentId: ({ to }, { names }) => {
    const name = names?.get(String(to));
    if (isNothing(to)) return t('history.parentCleared');
    return name ? t('history.parentSetTo', { name }) : t('history.parentSet');
  },
  deletedAt: ({ to }) => t(isNothing(to) ? 'history.restored' : 'history.deleted'),
};

/** What is said of an event whose changes say nothing by themselves. */
const EVENT_TEXT: Record<string, Text> = {
  'task.completed': 'history.completed',
  'task.reopened': 'history.reopened',
  'task.deleted': 'history.deleted',
  'task.restored': 'history.restored',
  'task.dependency_added': 'history.dependencyAdded',
  'task.dependency_removed': 'history.dependencyRemoved',
  'task.approval_requested': 'history.approvalRequested',
  'task.approval_answered': 'history.approvalAnswered',
  'task.approval_delegated': 'history.approvalDelegated',
};

/** What was done, to stand behind the name of who did it; empty when it is nothing to tell. */
export function actText(act: HistoryAct, words: Words): string {
  if (act.types.includes('task.created')) return t('history.created');
  const deletion = act.changes.deletedAt;
  const told = deletion
    ? [SAY.deletedAt?.(deletion, words) ?? '']
    : Object.entries(act.changes).map(([field, change]) => SAY[field]?.(change, words) ?? '');
  const text = told.filter(Boolean).join(', ');
  const event = act.types.find((type) => type in EVENT_TEXT);
  return text || (event && EVENT_TEXT[event] ? t(EVENT_TEXT[event]) : '');
}
