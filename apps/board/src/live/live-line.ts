import { useSyncExternalStore } from 'react';
import { ask } from '../api/client.js';
import { now } from '../time/now.js';
import { EventStreamReader, type StreamMessage } from './event-stream.js';

const SILENCE = 35_000;
const WAKE_CHECK = 20_000;
const LONGEST_WAIT = 15_000;

/** How the line to the server stands. `heardAt` is when the last byte came (null before the first), `since` when this state began. */
export interface LineState {
  readonly status: 'connecting' | 'live' | 'lost';
  readonly heardAt: number | null;
  readonly since: number;
}

let state: LineState = { status: 'connecting', heardAt: null, since: now() };
const listeners = new Set<() => void>();

function become(next: Partial<LineState>): void {
  state = { ...state, ...next };
  listeners.forEach((listen) => listen());
}

/** The state of the one line, for whoever shows it. */
export function useLine(): LineState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

const silence = () => now() - (state.heardAt ?? state.since);

interface Hearers {
  readonly message: (message: StreamMessage) => void;
  /** The line stands again; what was missed while it was down must be asked for. */
  readonly open: () => void;
}

/** Holds one line open until the answered function is called: reopens it after an end, on `online`, on waking and after silence. */
export function holdLine(hearers: Hearers): () => void {
  const line = new Line(hearers);
  const wake = () => line.wake();
  const awake = () => document.visibilityState === 'visible' && line.wake();
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', awake);
  const watch = window.setInterval(() => line.watch(), 1000);
  void line.run();
  return () => {
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', awake);
    window.clearInterval(watch);
    line.end();
  };
}

class Line {
  private ended = false;
  private cursor: string | null = null;
  private failures = 0;
  private attempt = new AbortController();
  private skipWait: () => void = () => undefined;

  constructor(private readonly hearers: Hearers) {}

  async run(): Promise<void> {
    while (!this.ended) {
      this.attempt = new AbortController();
      await this.once().catch(() => undefined);
      if (this.ended) return;
      if (state.status !== 'lost') become({ status: 'lost', since: now() });
      await this.wait(Math.min(1000 * 2 ** this.failures++, LONGEST_WAIT));
    }
  }

  private async once(): Promise<void> {
    const headers = { accept: 'text/event-stream', ...(this.cursor === null ? {} : { 'last-event-id': this.cursor }) };
    const response = await ask('/api/v1/live', { headers, cache: 'no-store', signal: this.attempt.signal });
    if (!response.ok || response.body === null) return;
    this.failures = 0;
    become({ status: 'live', heardAt: now(), since: now() });
    this.hearers.open();
    await this.listen(response.body.pipeThrough(new TextDecoderStream()).getReader());
  }

  private async listen(pieces: ReadableStreamDefaultReader<string>): Promise<void> {
    const reader = new EventStreamReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      become({ heardAt: now() });
      for (const message of reader.read(piece.value)) {
        this.cursor = message.id ?? this.cursor;
        this.hearers.message(message);
      }
    }
  }

  private wait(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, millis);
      this.skipWait = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }

  /** A half-open line looks alive; only its silence gives it away. */
  watch(): void {
    if (state.status === 'live' && silence() > SILENCE) this.attempt.abort();
  }

  /** After sleep or a change of network the line is tried at once, before anybody presses anything. */
  wake(): void {
    this.failures = 0;
    if (state.status === 'live' && silence() > WAKE_CHECK) this.attempt.abort();
    this.skipWait();
  }

  end(): void {
    this.ended = true;
    this.attempt.abort();
    this.skipWait();
    become({ status: 'connecting', since: now() });
  }
}
