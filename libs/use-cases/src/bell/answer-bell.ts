import { commandIdOf, messageOf, type CommandId } from '@cellrelay/kernel';
import type { Call, Deadline, ShipmentCommand } from '@cellrelay/shipment';
import type { FaultPoints } from '../command/fault-points.js';
import type { CommandOutcome, IssueCommand } from '../command/issue-command.js';
import type { AgendaItem, AgendaStore, DeskAnswer, LeaseOutcome } from '../ports.js';
import type { BellFate, BellReport } from './bell-report.js';
import type { DeskDirectory } from './desk-directory.js';
import { waitAfter } from './waits.js';

/** What became of a bell: done with, or to be rung again after so many milliseconds. */
export type BellAnswer = { readonly kind: 'done' } | { readonly kind: 'again'; readonly waitMs: number };

type Leased = Extract<LeaseOutcome, { kind: 'leased' }>;

/** What came of the work: an outcome that was taken or refused, or words that nobody understands. */
type Worked = CommandOutcome | { readonly kind: 'unknown'; readonly said: string };

/** How often a call is tried before it is parked for a person. */
export const triesBeforeParking = 6;

/**
 * An early bell is looked at again this soon at the latest. Much earlier than it is due it rings only while the database's clock is wrong, and a queue takes no
 * second job for an item that it has: put back for the whole wait, the bell would stay silent until then though the clock is right again.
 */
const longestEarlyMs = 10_000;

/** So much of what a desk or an error said is kept. */
const longestReason = 500;

/** What AnswerBell works with. */
export interface AnswerBellParts {
  readonly agenda: AgendaStore;
  readonly issue: IssueCommand;
  readonly desks: DeskDirectory;
  readonly points: FaultPoints;
  /** Told of what failed, for the log; ids and messages only. */
  readonly failed: (item: AgendaItem, error: unknown) => void;
  /** Told what came of every bell. */
  readonly told?: (report: BellReport) => void;
  /** Waits for a desk, and rejects when it takes too long: shorter than a lease. Unless given, desks are waited for. */
  readonly patiently?: <T>(call: Promise<T>) => Promise<T>;
  /** How long to wait after the n-th failure, in milliseconds. Unless given, by `waitAfter`. */
  readonly waitAfter?: (failures: number) => number;
  /** How soon an early bell is looked at again at the latest, in milliseconds; ten seconds unless given. */
  readonly longestEarlyMs?: number | undefined;
}

/**
 * Answers one bell: leases the item, does what is owed, and reports the outcome as a command. Whatever fails is tried again
 * after growing waits, then parked with an alert; nothing is dropped. A bell may ring twice: the lease and the item's
 * revision decide, and both the desk and the outcome are asked under keys of their own.
 */
export class AnswerBell {
  constructor(private readonly parts: AnswerBellParts) {}

  /** Looks at that revision of that item now. */
  async answer(id: string, revision: number): Promise<BellAnswer> {
    const lease = await this.parts.agenda.lease(id, revision);
    if (lease.kind !== 'leased') return this.turnedAway(lease);
    await this.parts.points.reach('after-lease');
    // As many tries began and none came to an end here: their processes died. A further one would only kill this process too.
    if (lease.item.attempts >= triesBeforeParking) return this.afterFailure(lease, 'None of its tries came to an end.');
    try {
      return await this.settle(lease, await this.work(lease));
    } catch (error) {
      this.parts.failed(lease.item, error);
      return this.afterFailure(lease, lineOf(error));
    }
  }

  private turnedAway(lease: Exclude<LeaseOutcome, Leased>): BellAnswer {
    this.parts.told?.({ fate: lease.kind, leased: null });
    if (lease.kind !== 'early') return { kind: 'done' };
    return { kind: 'again', waitMs: Math.min(lease.waitMs, this.parts.longestEarlyMs ?? longestEarlyMs) };
  }

  private tell(fate: BellFate, { item, lateMs }: Leased): void {
    this.parts.told?.({ fate, leased: { item, lateMs } });
  }

  private work(lease: Leased): Promise<Worked> {
    const { obligation } = lease.item;
    return obligation.does === 'call' ? this.call(lease, obligation) : this.ring(lease, obligation);
  }

  private ring({ item }: Leased, { key, dueAt }: Deadline): Promise<CommandOutcome> {
    return this.report(item, { name: 'RingDeadline', data: { key, dueAt } });
  }

  private async call({ item, now }: Leased, call: Call): Promise<Worked> {
    const desk = await this.parts.desks.deskFor(item.shipment, call.kind);
    const asked = desk.call({
      kind: call.kind,
      idempotencyKey: `${item.shipment}/${call.key}`,
      dueAt: call.dueAt,
      now,
      shipment: item.shipment,
      data: call.request,
    });
    const answer = await (this.parts.patiently?.(asked) ?? asked);
    await this.parts.points.reach('after-effect');
    return answer.kind === 'unknown' ? answer : this.report(item, outcomeOf(call, answer));
  }

  private async report(item: AgendaItem, command: ShipmentCommand): Promise<CommandOutcome> {
    const statedBy = {
      person: 'bell',
      organisation: 'CellRelay',
      how: command.name.startsWith('Record') ? 'desk' : 'rule',
    } as const;
    const outcome = await this.parts.issue.asSystem(item.shipment, bellId(item, command.name), command, statedBy);
    await this.parts.points.reach('after-outcome');
    return outcome;
  }

  /**
   * An accepted outcome has closed or moved the item. One that is refused because nothing is owed any more is as good. Recorded before under this revision
   * and owed all the same, or not due by a clock that was put back: it is tried again. Any other refusal and an unknown answer are a person's.
   */
  private async settle(lease: Leased, worked: Worked): Promise<BellAnswer> {
    if (worked.kind === 'unknown') return this.park(lease, bounded(`the desk said: ${worked.said}`));
    if (worked.kind === 'accepted') {
      if (worked.repeated) throw new Error(`${lease.item.obligation.key}: its outcome was recorded before`);
      return this.done(lease);
    }
    const { code, sentence } = worked.refusal;
    if (code === 'not-owed') return this.done(lease);
    if (code === 'not-due-yet') throw new Error(sentence);
    return this.park(lease, sentence);
  }

  private async done(lease: Leased): Promise<BellAnswer> {
    await this.parts.agenda.release(lease.item.id, lease.token);
    this.tell('done', lease);
    return { kind: 'done' };
  }

  private async afterFailure(lease: Leased, message: string): Promise<BellAnswer> {
    if (lease.item.attempts + 1 < triesBeforeParking) return this.again(lease, message);
    try {
      return await this.park(lease, message);
    } catch (error) {
      // Nobody could be told: the item stays with the bells, and the telling is tried again.
      this.parts.failed(lease.item, error);
      return this.again(lease, message);
    }
  }

  private async again(lease: Leased, message: string): Promise<BellAnswer> {
    const { item, token } = lease;
    const afterMs = (this.parts.waitAfter ?? waitAfter)(item.attempts);
    await this.parts.agenda.handBack(item.id, token, { error: message, afterMs });
    this.tell('failed', lease);
    return { kind: 'again', waitMs: afterMs };
  }

  /** The alert first: dying between the two, the item is parked when its lease has run out; the other way round nobody would be told. */
  private async park(lease: Leased, reason: string): Promise<BellAnswer> {
    const { item, token } = lease;
    const { key } = item.obligation;
    const told = await this.report(
      { ...item, attempts: item.attempts + 1 },
      { name: 'ParkItem', data: { key, reason } },
    );
    if (told.kind === 'refused') {
      if (told.refusal.code === 'not-owed') return this.done(lease);
      throw new Error(`${key} could not be parked: ${told.refusal.sentence}`);
    }
    await this.parts.agenda.park(item.id, token, reason);
    this.tell('parked', lease);
    return { kind: 'done' };
  }
}

function outcomeOf(call: Call, answer: Extract<DeskAnswer, { kind: 'outcome' | 'by-hand' }>): ShipmentCommand {
  if (answer.kind === 'outcome') return answer.command;
  return { name: 'HandCallToPerson', data: { key: call.key, dueAt: call.dueAt } };
}

/** What failed, in a line that may stand in the log for good. */
function lineOf(error: unknown): string {
  return bounded(messageOf(error));
}

/** Whole characters only: half of one is no text. */
function bounded(text: string): string {
  return [...text].slice(0, longestReason).join('');
}

/** One id for each occasion: a revision is one, and of parking each try. What is tried again by a person has moved to its next revision. */
function bellId(item: AgendaItem, command: string): CommandId {
  const tries = command === 'ParkItem' ? `/${item.attempts}` : '';
  const id = commandIdOf(`bell/${item.shipment}/${item.obligation.key}@${item.revision}/${command}${tries}`);
  if (id === undefined) throw new Error(`no command id for ${item.obligation.key}`);
  return id;
}
