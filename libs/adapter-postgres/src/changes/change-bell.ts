import pg from 'pg';

const CHANNEL = 'cellrelay_change';

/** What a commit in this process, or in another, sets off. Losing a notice costs at most one poll. */
export interface BellTimes {
  /** Notices are sent at most so often, however many commits there are. */
  readonly noticeEveryMs: number;
  /** Watchers are woken at least so often, for notices that were lost. */
  readonly pollEveryMs: number;
}

/**
 * Tells those who watch the stream that there may be news. Notices are sent after the commit and not within it: a transaction that notifies holds a lock on the
 * whole server from before its commit until after it, so that all commits would wait for one another's disk.
 */
export class ChangeBell {
  private readonly watchers = new Set<() => void>();
  private listener: pg.Client | undefined;
  private connecting = false;
  private poll: NodeJS.Timeout | undefined;
  private pause: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private pending = false;
  private closed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly url: string,
    private readonly times: BellTimes,
  ) {}

  /** To be called after a commit. */
  ring(): void {
    if (this.closed) return;
    this.pending = true;
    if (this.pause === undefined) this.send();
  }

  /** To be called when news may be held back by a transaction that is still open: one that is rolled back tells nobody. */
  lookAgain(): void {
    if (this.closed) return;
    this.again ??= setTimeout(() => {
      this.again = undefined;
      this.wakeAll();
    }, this.times.noticeEveryMs).unref();
  }

  /** Calls `wake` at every notice and every poll, until stopped. The first watcher opens the listening connection. */
  watch(wake: () => void): () => void {
    const watcher = (): void => wake();
    this.watchers.add(watcher);
    this.poll ??= setInterval(() => this.look(), this.times.pollEveryMs).unref();
    void this.listen();
    return () => void this.watchers.delete(watcher);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.poll);
    clearTimeout(this.pause);
    clearTimeout(this.again);
    this.watchers.clear();
    await this.listener?.end().catch(() => undefined);
  }

  private send(): void {
    this.pending = false;
    this.wakeAll();
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.pending) this.send();
    }, this.times.noticeEveryMs).unref();
    this.pool.query({ name: 'changes-notify', text: `select pg_notify('${CHANNEL}', '')` }).catch(() => undefined);
  }

  private look(): void {
    void this.listen();
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of this.watchers) wake();
  }

  /** Listens, unless it does already; a lost connection is made anew at the next poll. */
  private async listen(): Promise<void> {
    if (this.closed || this.connecting || this.listener !== undefined) return;
    this.connecting = true;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'cellrelay changes',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const lost = (): void => {
      if (this.listener === client) this.listener = undefined;
    };
    client
      .on('error', lost)
      .on('end', lost)
      .on('notification', () => this.wakeAll());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (this.closed) await client.end();
      else this.listener = client;
    } catch {
      await client.end().catch(() => undefined);
    } finally {
      this.connecting = false;
    }
  }
}
