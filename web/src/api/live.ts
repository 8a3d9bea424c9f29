import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import { clientId, refreshSession, session } from '@/api/session';
import type { ChangesPage, LiveChange, Notification } from '@/api/types';

export type LiveStatus = 'connecting' | 'live' | 'offline';
type Connection = {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke(method: string, ...args: string[]): Promise<unknown>;
};
type Handlers = { changed(change: LiveChange): void; notification(item: Notification): void; closed(): void };
export type Connect = (handlers: Handlers) => Promise<Connection>;
type Listener = { changed?(change: LiveChange): void; notification?(item: Notification): void; reset?(): void };

const connectToHub: Connect = async (handlers) => {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const hub = new HubConnectionBuilder()
    .withUrl('/hubs/live', { accessTokenFactory: () => session.token() ?? '' })
    .configureLogging(LogLevel.None)
    .build();
  hub.on('changed', handlers.changed);
  hub.on('notification', handlers.notification);
  hub.onclose(handlers.closed);
  return hub;
};

/** Half a second, doubling to thirty, with jitter so that a restarted server is not met by everyone at once. */
export const backOff = (attempt: number, random = Math.random()): number =>
  Math.min(30_000, 500 * 2 ** attempt) * (0.5 + random / 2);

export class Live {
  private status: LiveStatus = 'offline';
  private connection: Connection | null = null;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;
  private readonly watched = new Map<string, number>();
  private readonly cursors = new Map<string, string>();
  private readonly listeners = new Set<Listener>();
  private readonly statusListeners = new Set<() => void>();

  constructor(private connect: Connect = connectToHub) {}

  connectThrough(connect: Connect) {
    this.connect = connect;
  }

  getStatus = (): LiveStatus => this.status;

  onStatus = (listener: () => void) => {
    this.statusListeners.add(listener);
    return () => {
      this.statusListeners.delete(listener);
    };
  };

  listen(listener: Listener) {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  start() {
    if (this.wanted) return;
    this.wanted = true;
    void this.open();
  }

  /** Does not wait for the next attempt; a no-op while one is under way. */
  reconnect() {
    if (!this.wanted || this.status !== 'offline') return;
    clearTimeout(this.timer);
    this.attempt = 0;
    void this.open();
  }

  async stop() {
    this.wanted = false;
    clearTimeout(this.timer);
    const connection = this.connection;
    this.connection = null;
    this.setStatus('offline');
    await connection?.stop();
  }

  /** Asks for the messages of one subject for as long as anybody here needs them. */
  watch(kind: 'project' | 'workspace' | 'task', id: string) {
    const subject = `${kind}/${id}`;
    const count = this.watched.get(subject) ?? 0;
    this.watched.set(subject, count + 1);
    if (count === 0) void this.join(subject);
    return () => {
      const left = (this.watched.get(subject) ?? 1) - 1;
      if (left > 0) {
        this.watched.set(subject, left);
        return;
      }
      this.watched.delete(subject);
      this.cursors.delete(subject);
      if (this.status === 'live') void this.connection?.invoke('Unwatch', kind, id).catch(() => undefined);
    };
  }

  private async open() {
    this.setStatus('connecting');
    try {
      const connection = await this.connect({
        changed: (change) => this.emit(change),
        notification: (item) => {
          for (const listener of this.listeners) listener.notification?.(item);
        },
        closed: () => this.retry(),
      });
      await connection.start();
      if (!this.wanted) return void connection.stop();
      this.connection = connection;
      this.attempt = 0;
      this.setStatus('live');
      await Promise.all([...this.watched.keys()].map((subject) => this.join(subject)));
    } catch (error) {
      // An old access token would be refused at every attempt.
      const isRefused = error instanceof Error && 'statusCode' in error && error.statusCode === 401;
      if (isRefused) await refreshSession().catch(() => false);
      this.retry();
    }
  }

  private retry() {
    this.connection = null;
    if (!this.wanted) return;
    this.setStatus('offline');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.open(), backOff(this.attempt++));
  }

  private async join(subject: string) {
    const [kind = '', id = ''] = subject.split('/');
    if (this.status !== 'live') return;
    await this.connection?.invoke('Watch', kind, id).catch(() => undefined);
    if (kind === 'project') await this.catchUp(subject, id);
  }

  /** Joining first and asking afterwards leaves no gap; what arrives twice is dropped by its version. */
  private async catchUp(subject: string, projectId: string) {
    const since = this.cursors.get(subject);
    try {
      const page = await api.get<ChangesPage>('/api/changes', { query: { projectId, since } });
      this.cursors.set(subject, page.cursor);
      if (since) for (const change of page.items) this.emit(change);
    } catch (error) {
      this.cursors.delete(subject);
      if (error instanceof ApiError && error.status === 410) for (const listener of this.listeners) listener.reset?.();
    }
  }

  private emit(change: LiveChange) {
    if (change.clientId === clientId) return;
    for (const listener of this.listeners) listener.changed?.(change);
  }

  private setStatus(status: LiveStatus) {
    if (this.status === status) return;
    this.status = status;
    for (const listener of this.statusListeners) listener();
  }
}

export const live = new Live();
