import type { DeadLetter, Saga, ServiceQueues } from '@/api/operations-types';
import { uuid } from '@/test/fake/fake-data';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const CONSUMERS: Record<string, string[]> = {
  identity: [],
  users: ['users.welcome-people', 'users.make-members-guests'],
  projects: ['projects.follow-workspaces', 'projects.keep-workspaces', 'projects.make-labels-of-tasks'],
  tasks: ['tasks.count-comments', 'tasks.keep-labels', 'tasks.keep-membership'],
  communication: ['communication.keep-membership', 'communication.keep-tasks'],
  notifications: ['notifications.follow-projects', 'notifications.forget-erased'],
  activitylog: ['activitylog.keep-membership', 'activitylog.record-activity'],
  operations: [],
};

export const buildQueues = (): ServiceQueues[] =>
  Object.entries(CONSUMERS).map(([service, names]) => ({
    service,
    isReachable: true,
    outbox: { count: 0, oldestAgeSeconds: null },
    due: 0,
    waiting: 0,
    consumers: names.map((name) => ({
      name,
      count: 0,
      waiting: 0,
      oldestAgeSeconds: null,
      lastError: null,
      outageSince: null,
    })),
    lanes: Array.from({ length: 16 }, (_, number) => ({ number, owner: uuid(8, 1), epoch: 3 })),
    deadLetters: 0,
    sagas: { running: 0, stuck: 0 },
  }));

export const stuckSaga = (index: number, given: Partial<Saga> = {}): Saga => ({
  id: uuid(11, index),
  service: 'users',
  type: 'account-erasure',
  key: uuid(1, index),
  status: 'running',
  step: 'access',
  isStuck: true,
  reason: 'Step access waited too long for account.closed.',
  attempts: 0,
  received: [],
  startedAt: ago(45),
  updatedAt: ago(30),
  dueAt: null,
  ...given,
});

export function deadLetter(index: number, given: Partial<DeadLetter> = {}): DeadLetter {
  return {
    id: uuid(9, index),
    service: 'notifications',
    direction: 'incoming',
    consumer: 'notifications.follow-projects',
    messageId: uuid(10, index),
    type: 'waymark.task.assigned.v1',
    source: '/waymark/tasks',
    partitionKey: `task:${uuid(3, index)}`,
    keyVersion: 4,
    workspaceId: uuid(2, 1),
    reason: 'retries_exhausted',
    errorType: 'System.InvalidOperationException',
    errorMessage: 'The template "assigned" has no text for this locale.',
    fingerprint: '5f1c09aa',
    attempts: 9,
    firstSeenAt: ago(1300 + index),
    diedAt: ago(20 + index),
    state: 'open',
    replayCount: 0,
    needsForce: false,
    resolvedAt: null,
    resolvedBy: null,
    note: null,
    ...given,
  };
}

/** Three causes: many of one, one on its way out, one that is too old. */
export const buildLetters = (): DeadLetter[] => [
  ...Array.from({ length: 23 }, (_, index) => deadLetter(index + 1)),
  deadLetter(30, {
    service: 'tasks',
    direction: 'outgoing',
    consumer: null,
    type: 'waymark.task.updated.v1',
    reason: 'oversize',
    errorType: null,
    errorMessage: 'The event has 1,310,720 bytes; a message has at most 1,048,576.',
    fingerprint: 'a00b77d2',
    attempts: 1,
  }),
  deadLetter(31, {
    service: 'communication',
    consumer: 'communication.keep-tasks',
    type: 'waymark.task.created.v2',
    reason: 'unsupported_version',
    errorMessage: 'This program does not know waymark.task.created.v2.',
    fingerprint: '33e8d1c4',
    needsForce: true,
    firstSeenAt: ago(60 * 24 * 40),
  }),
];
