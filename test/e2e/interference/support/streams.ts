import type { ClientRequest, IncomingMessage } from 'node:http';
import { compared } from './aside.js';
import { headOf, type Line } from './line.js';
import type { Reader } from './readers.js';
import type { Told } from './told.js';

/** The live stream of every reader, kept open over a journey. */
export class Streams {
  private readonly open: ClientRequest[] = [];
  private readonly latest = new Map<string, { readonly revision: number; readonly bytes: string }>();

  constructor(
    private readonly line: Line,
    private readonly told: Told,
  ) {}

  /** Opens them one after the other, each as far as its first bytes. */
  async begin(readers: readonly Reader[]): Promise<void> {
    for (const reader of readers) await this.listen(reader);
  }

  private async listen({ name, headers }: Reader): Promise<void> {
    const asked = this.line.open({ method: 'get', path: '/api/v1/live', headers });
    this.open.push(asked);
    asked.on('error', () => undefined);
    const answer = await new Promise<IncomingMessage>((resolve) => asked.on('response', resolve));
    this.told.add(name, 'live: begins', headOf(answer));
    await new Promise<void>((begun) => {
      let left = '';
      answer.on('data', (part: Buffer) => {
        const events = `${left}${part.toString()}`.split('\n\n');
        left = events.pop() ?? '';
        events.forEach((event) => this.hear(name, event));
        begun();
      });
      answer.on('end', () => begun());
      answer.on('error', () => undefined);
    });
  }

  /** A comment, by which a client knows that somebody is still there, comes by a timer, and is no part of what is told. */
  private hear(reader: string, event: string): void {
    const bytes = compared('event', event);
    const [, shipment, revision] = /"shipment":"([^"]+)","revision":(\d+)/.exec(bytes) ?? [];
    if (bytes.startsWith(':')) return;
    if (shipment === undefined) return this.told.stream(reader, bytes, bytes);
    this.told.stream(reader, `${shipment} ${revision}`, bytes);
    this.latest.set(reader, { revision: Number(revision), bytes });
  }

  /** Waits until whoever hears everything has heard of that revision, and notes what everybody has heard last. */
  async caughtUp(moment: string, revision: number, everything: string): Promise<void> {
    while ((this.latest.get(everything)?.revision ?? 0) < revision) await pause(5);
    await pause(100);
    for (const [reader, { bytes }] of this.latest) this.told.add(reader, `${moment}: live, last of all`, bytes);
  }

  end(): void {
    this.open.forEach((each) => each.destroy());
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
