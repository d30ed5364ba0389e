import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { every, refuse, type Logger } from '@cellrelay/platform';
import type { Response } from 'express';
import { Limits } from '../limits/limits.js';
import { Sessions } from '../session/sessions.js';
import { part } from '../tokens.js';
import { SharedChanges } from './shared-changes.js';
import { LiveStream } from './stream.js';

const beatMs = 15_000;

/** Every stream that is open, how many there may be, and their watch: a beat and a look at the session every 15 s. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<LiveStream, string>();

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
    const own = [...this.open.values()].filter((each) => each === session).length;
    if (own < this.limits.figures.streamsPerSession && this.open.size < this.limits.figures.streams) return;
    refuse(
      { code: 'too-many-streams', sentence: 'Too many live streams are open. Close one, or come back in a while.' },
      { 'Retry-After': '15' },
    );
  }

  /** Serves one stream until it ends. */
  async serve(res: Response, session: string, cursor: string | undefined): Promise<void> {
    const stream = new LiveStream(res, this.shared);
    this.open.set(stream, session);
    res.on('close', () => stream.end('closed'));
    res.on('error', () => stream.end('closed'));
    const watch = every(beatMs, () => void this.look(stream, session));
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

  private async look(stream: LiveStream, session: string): Promise<void> {
    try {
      if ((await this.sessions.find(session)) === null) stream.end('signed-out');
      else stream.beat();
    } catch {
      // The database does not say. The line is cut, so that the page knows that it hears nothing; nobody is signed out by an outage.
      stream.end('closed');
    }
  }

  /** Looks at every stream's session now: somebody's account has ended, and they are not to hear another quarter of a minute. */
  lookAtAll(): void {
    [...this.open].forEach(([stream, session]) => void this.look(stream, session));
  }

  /** Ends the streams of a session at once when it is signed out. */
  endOf(session: string): void {
    [...this.open].filter(([, each]) => each === session).forEach(([stream]) => stream.end('signed-out'));
  }

  beforeApplicationShutdown(): void {
    this.shared.close();
    [...this.open.keys()].forEach((stream) => stream.end('closed'));
  }
}
