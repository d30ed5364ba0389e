import { within } from '@cellrelay/platform';
import { comeBackAfter, eventText, stillHere } from './event-text.js';
import type { LiveView } from './live-view.js';
import type { Moved, SharedChanges } from './shared-changes.js';

const pageSize = 100;
/** What may wait in memory for a client to take it. Above this it is cut off; it comes back with its cursor and misses nothing. */
export const mostWaitingBytes = 512 * 1024;

/** The response as a stream sees it. */
export interface Line {
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
  once(event: 'drain', drained: () => void): unknown;
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
}

/** Whose stream it is. */
export interface Watcher {
  readonly view: Pick<LiveView, 'tell'>;
  /** Looked at again before changes are sent: false once the session has ended, or its rights are others than they were. */
  stillTheirs(): Promise<boolean>;
  /** What they are told, with the words that they may read. */
  told<T>(all: T): Promise<T>;
}

/** How long a client may take over what one page sent it. */
const standardPatienceMs = 10_000;

export type StreamEnd = 'closed' | 'too-slow' | 'signed-out';

/** One client's stream: sends every change after its cursor, in order, until the client goes, is too slow, or its session ends. */
export class LiveStream {
  private open = true;
  private wake: (() => void) | undefined;
  private unask: (() => void) | undefined;
  ended: StreamEnd | undefined;

  constructor(
    private readonly line: Line,
    private readonly changes: SharedChanges,
    private readonly watcher: Watcher,
    private readonly patienceMs = standardPatienceMs,
  ) {}

  /** Sends from `cursor` on (from now on when undefined) until the stream ends. Throws when changes cannot be read. */
  async run(cursor: string | undefined): Promise<StreamEnd> {
    let at = cursor ?? (await this.changes.latest());
    this.send(comeBackAfter + eventText({ name: 'hello', id: at, data: {} }));
    while (this.open) at = await this.turn(at);
    return this.ended ?? 'closed';
  }

  /** Sends what came after `at`, or waits for news when nothing did. Answers where it stands then. */
  private async turn(at: string): Promise<string> {
    const news = this.news();
    const page = await this.changes.after(at, pageSize);
    if (!page.ok) return this.startOver();
    if (page.value.length > 0 && !(await this.watcher.stillTheirs())) {
      this.end('closed');
      return at;
    }
    (await this.watcher.told(this.seenOf(page.value))).forEach((event) => this.send(eventText(event)));
    if (page.value.length === 0) await news;
    else await this.taken();
    return page.value.at(-1)?.cursor ?? at;
  }

  /** Waits until the client has taken what was sent, so that a long way to catch up does not pile up here. */
  private async taken(): Promise<void> {
    if (!this.line.writableNeedDrain || !this.open) return;
    const drained = new Promise<boolean>((resolve) => {
      this.line.once('drain', () => resolve(true));
      this.wake = () => resolve(true);
    });
    if (!(await within(this.patienceMs, drained, () => false))) this.end('too-slow');
  }

  /** The cursor is not of this database (restored, or set up anew): the client must read everything again. */
  private async startOver(): Promise<string> {
    const at = await this.changes.latest();
    this.send(eventText({ name: 'start-over', id: at, data: {} }));
    return at;
  }

  /** Says that somebody is still here. */
  beat(): void {
    this.send(stillHere);
  }

  /** Ends the stream. Later calls change nothing. */
  end(why: StreamEnd): void {
    if (!this.open) return;
    this.open = false;
    this.ended = why;
    if (why === 'signed-out') this.line.write(eventText({ name: 'signed-out', data: {} }));
    if (why === 'too-slow') this.line.destroy();
    else this.line.end();
    this.wake?.();
  }

  /** Asked for before reading, so that a commit between the reading and the waiting is not slept through. */
  private news(): Promise<void> {
    this.unask?.();
    return new Promise((resolve) => {
      const stop = this.changes.onNext(resolve);
      this.unask = stop;
      this.wake = () => {
        stop();
        resolve();
      };
    });
  }

  /** The changes that they see, as events. */
  private seenOf(all: readonly Moved[]) {
    return all.flatMap((moved) => {
      const data = this.watcher.view.tell(moved);
      return data === undefined ? [] : [{ name: 'change', id: moved.cursor, data }];
    });
  }

  private send(text: string): void {
    if (!this.open) return;
    this.line.write(text);
    if (this.line.writableLength > mostWaitingBytes) this.end('too-slow');
  }
}
