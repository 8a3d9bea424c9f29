export type ServiceStatus = 'up' | 'starting' | 'stopped' | 'down';
export type ServiceHealth = { name: string; status: ServiceStatus; processes: number; isHere: boolean };

export type ConsumerQueue = {
  name: string;
  count: number;
  waiting: number;
  oldestAgeSeconds: number | null;
  lastError: string | null;
  outageSince: string | null;
};
export type ServiceQueues = {
  service: string;
  isReachable: boolean;
  outbox: { count: number; oldestAgeSeconds: number | null };
  due: number;
  waiting: number;
  consumers: ConsumerQueue[];
  lanes: { number: number; owner: string | null; epoch: number }[];
  deadLetters: number;
  sagas: { running: number; stuck: number };
};

export type DeadLetter = {
  id: string;
  service: string;
  direction: 'incoming' | 'outgoing';
  consumer: string | null;
  messageId: string;
  type: string;
  source: string;
  partitionKey: string;
  keyVersion: number;
  workspaceId: string | null;
  reason: string;
  errorType: string | null;
  errorMessage: string | null;
  fingerprint: string;
  attempts: number;
  firstSeenAt: string;
  diedAt: string;
  state: 'open' | 'replaying' | 'resolved' | 'discarded';
  replayCount: number;
  /** Older than applied events are remembered: a replay might double an effect. */
  needsForce: boolean;
  resolvedAt: string | null;
  resolvedBy: string | null;
  note: string | null;
};

export type DeadEvent = {
  id: string;
  type: string;
  source: string;
  at: string;
  actorId: string | null;
  changeId: string | null;
  correlationId: string | null;
  causationId: string | null;
  traceParent: string | null;
};

export type DeadLetterDetails = DeadLetter & { event: DeadEvent | null; isMasked: boolean; payload: unknown };

export type DeadLetterGroup = {
  fingerprint: string;
  service: string;
  count: number;
  firstDiedAt: string;
  lastDiedAt: string;
  types: string[];
  example: DeadLetter;
};

export type DeadLetterGroups = { items: DeadLetterGroup[]; unreachable: string[] };
export type DeadLetterPage = { items: DeadLetter[]; nextCursor: string | null; unreachable: string[] };
export type Saga = {
  id: string;
  service: string;
  type: string;
  key: string;
  status: 'running' | 'compensating' | 'completed' | 'compensated';
  step: string;
  isStuck: boolean;
  reason: string | null;
  attempts: number;
  received: string[];
  startedAt: string;
  updatedAt: string;
  dueAt: string | null;
};
export type SagaPage = { items: Saga[]; nextCursor: string | null; unreachable: string[] };
export type Replayed = { replayed: number; tooOld: number; hasMore: boolean; unreachable: string[] };
export type Discarded = { discarded: number; hasMore: boolean; unreachable: string[] };
