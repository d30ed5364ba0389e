import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { every, monotonicMillis, refuse, type Logger } from '@cellrelay/platform';
import type { Response } from 'express';
import type { SignedIn } from '../http/request-context.js';
import { Limits } from '../limits/limits.js';
import { Sessions } from '../session/sessions.js';
import { part } from '../tokens.js';
import { LiveView } from './live-view.js';
import { SharedChanges } from './shared-changes.js';
import { LiveStream, type Watcher } from './stream.js';

const beatMs = 15_000;
const lookAgainMs = 1_000;

/** Every stream that is open, how many there may be, and their watch: a beat and a look at the session every 15 s. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<LiveStream, SignedIn>();

  constructor(
    @Inject(SharedChanges) private readonly shared: SharedChanges,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(part('logger')) private readonly logger: Logger,
  ) {}

  /** How many are open. */
  count(): number {
    return this.open.size;
  }

  /** Refuses when there are too many streams, of this session or of all. */
  admit(session: string): void {
    const own = [...this.open.values()].filter(({ tokenHash }) => tokenHash === session).length;
    if (own < this.limits.figures.streamsPerSession && this.open.size < this.limits.figures.streams) return;
    refuse(
      { code: 'too-many-streams', sentence: 'Too many live streams are open. Close one, or come back in a while.' },
      { 'Retry-After': '15' },
    );
  }

  /** Serves one stream until it ends. */
  async serve(res: Response, whose: SignedIn, cursor: string | undefined): Promise<void> {
    const view = await LiveView.of(whose.acting, this.shared);
    const stillTheirs = this.sparingly(() => this.unchanged(whose));
    const told: Watcher['told'] = (all) => this.shared.told(whose.acting, all);
    const stream = new LiveStream(res, this.shared, { view, stillTheirs, told });
    this.open.set(stream, whose);
    res.on('close', () => stream.end('closed'));
    res.on('error', () => stream.end('closed'));
    const watch = every(beatMs, () => void this.look(stream, whose));
    try {
      await stream.run(cursor);
    } catch (error) {
      this.logger.warn('live-stream-failed', { error });
      stream.end('closed');
    } finally {
      watch.cancel();
      this.open.delete(stream);
    }
  }

  private async look(stream: LiveStream, whose: SignedIn): Promise<void> {
    try {
      if ((await this.sessions.find(whose.tokenHash)) === null) stream.end('signed-out');
      else if (await this.unchanged(whose)) stream.beat();
      else stream.end('closed');
    } catch {
      // The database does not say. The line is cut, so that the page knows that it hears nothing; nobody is signed out by an outage.
      stream.end('closed');
    }
  }

  /** Whether somebody acts still as they did when their stream began. Whoever acts otherwise comes back, and begins anew with what is theirs then. */
  private async unchanged({ tokenHash, acting }: SignedIn): Promise<boolean> {
    const found = await this.sessions.find(tokenHash);
    return found !== null && JSON.stringify(found.acting) === JSON.stringify(acting);
  }

  /** Asked at most once a second, however much there is to send. */
  private sparingly(ask: () => Promise<boolean>): () => Promise<boolean> {
    let [askedAt, last] = [Number.NEGATIVE_INFINITY, Promise.resolve(true)];
    return () => {
      if (monotonicMillis() - askedAt < lookAgainMs) return last;
      [askedAt, last] = [monotonicMillis(), ask()];
      return last;
    };
  }

  /** Looks at every stream's session now: somebody's account has ended, and they are not to hear another quarter of a minute. */
  lookAtAll(): void {
    [...this.open].forEach(([stream, whose]) => void this.look(stream, whose));
  }

  /** Ends the streams of a session at once when it is signed out. */
  endOf(session: string): void {
    [...this.open].filter(([, { tokenHash }]) => tokenHash === session).forEach(([stream]) => stream.end('signed-out'));
  }

  beforeApplicationShutdown(): void {
    this.shared.close();
    [...this.open.keys()].forEach((stream) => stream.end('closed'));
  }
}
