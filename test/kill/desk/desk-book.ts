import canonicalize from 'canonicalize';
import { callKinds } from '@cellrelay/shipment';
import type { Desk, DeskAnswer } from '@cellrelay/use-cases';

export type DeskRequest = Parameters<Desk['call']>[0];

/** What stands in the book under one key. */
export interface BookLine {
  /** What was asked, without when it was asked. */
  readonly asked: string;
  readonly answer: Promise<DeskAnswer>;
  calls: number;
  effects: number;
}

/** A desk as a real one must be: it acts once under a key, says the same however often it is asked, and writes down both. */
export class DeskBook {
  readonly lines = new Map<string, BookLine>();
  /** Keys under which something else was asked than before. */
  readonly askedOtherwise: string[] = [];

  /** `honoursKeys` false: it acts whenever it is asked, as no desk may. */
  constructor(
    private readonly desks: readonly Desk[],
    private readonly honoursKeys: boolean,
  ) {}

  /** All the desks in one. */
  get desk(): Desk {
    return { serves: callKinds, call: (request) => this.call(request) };
  }

  private call(request: DeskRequest): Promise<DeskAnswer> {
    const line = this.lineFor(request);
    line.calls += 1;
    if (line.calls > 1 && !this.honoursKeys) line.effects += 1;
    if (line.asked !== askedIn(request)) this.askedOtherwise.push(request.idempotencyKey);
    return line.answer;
  }

  private lineFor(request: DeskRequest): BookLine {
    const found = this.lines.get(request.idempotencyKey);
    if (found !== undefined) return found;
    const desk = this.desks.find(({ serves }) => serves.includes(request.kind));
    if (desk === undefined) throw new Error(`no desk serves ${request.kind}`);
    const line = { asked: askedIn(request), answer: desk.call(request), calls: 0, effects: 1 };
    this.lines.set(request.idempotencyKey, line);
    return line;
  }
}

function askedIn({ kind, dueAt, data }: DeskRequest): string {
  return canonicalize({ kind, dueAt, data }) ?? '';
}
