import { commandIdOf, type CommandId } from '@cellrelay/kernel';
import type { Call, Deadline, ShipmentCommand } from '@cellrelay/shipment';
import type { FaultPoints } from '../command/fault-points.js';
import type { CommandOutcome, IssueCommand } from '../command/issue-command.js';
import type { AgendaItem, AgendaStore, DeskAnswer } from '../ports.js';
import type { DeskDirectory } from './desk-directory.js';
import { waitAfter } from './waits.js';

/** What became of a bell: done with, or to be rung again after so many milliseconds. */
export type BellAnswer = { readonly kind: 'done' } | { readonly kind: 'again'; readonly waitMs: number };

type Leased = { readonly item: AgendaItem; readonly token: string; readonly now: AgendaItem['obligation']['dueAt'] };

/** How often a call is tried before it is parked for a person. */
export const triesBeforeParking = 6;

/**
 * Answers one bell: leases the item, does what is owed, and reports the outcome as a command. Whatever fails is tried again
 * after growing waits, then parked with an alert; nothing is dropped. A bell may ring twice: the lease and the item's
 * revision decide, and both the desk and the outcome are asked under keys of their own.
 */
export class AnswerBell {
  constructor(
    private readonly parts: {
      readonly agenda: AgendaStore;
      readonly issue: IssueCommand;
      readonly desks: DeskDirectory;
      readonly points: FaultPoints;
      /** Told of what failed, for the log; ids and messages only. */
      readonly failed: (item: AgendaItem, error: unknown) => void;
    },
  ) {}

  /** Looks at that revision of that item now. */
  async answer(id: string, revision: number): Promise<BellAnswer> {
    const lease = await this.parts.agenda.lease(id, revision);
    if (lease.kind === 'early') return { kind: 'again', waitMs: lease.waitMs };
    if (lease.kind === 'not-mine') return { kind: 'done' };
    await this.parts.points.reach('after-lease');
    try {
      await this.settle(lease, await this.work(lease));
      return { kind: 'done' };
    } catch (error) {
      this.parts.failed(lease.item, error);
      return this.afterFailure(lease, error);
    }
  }

  private work(lease: Leased): Promise<CommandOutcome | { readonly kind: 'unknown'; readonly said: string }> {
    const { obligation } = lease.item;
    return obligation.does === 'call' ? this.call(lease, obligation) : this.ring(lease, obligation);
  }

  private ring({ item }: Leased, { key, dueAt }: Deadline): Promise<CommandOutcome> {
    return this.report(item, { name: 'RingDeadline', data: { key, dueAt } });
  }

  private async call(
    { item, now }: Leased,
    call: Call,
  ): Promise<CommandOutcome | { readonly kind: 'unknown'; readonly said: string }> {
    const desk = await this.parts.desks.deskFor(item.shipment, call.kind);
    const answer = await desk.call({
      kind: call.kind,
      idempotencyKey: `${item.shipment}/${call.key}`,
      dueAt: call.dueAt,
      now,
      shipment: item.shipment,
      data: call.request,
    });
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

  /** An accepted outcome has closed or moved the item. One that is refused because nothing is owed any more is as good; any other refusal and an unknown answer are a person's. */
  private async settle(
    lease: Leased,
    outcome: CommandOutcome | { readonly kind: 'unknown'; readonly said: string },
  ): Promise<void> {
    if (outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.refusal.code === 'not-owed')) {
      return this.parts.agenda.release(lease.item.id, lease.token);
    }
    await this.park(lease, outcome.kind === 'unknown' ? `the desk said: ${outcome.said}` : outcome.refusal.sentence);
  }

  private async afterFailure(lease: Leased, error: unknown): Promise<BellAnswer> {
    const message = error instanceof Error ? error.message : String(error);
    if (lease.item.attempts + 1 >= triesBeforeParking) {
      await this.park(lease, message);
      return { kind: 'done' };
    }
    const afterMs = waitAfter(lease.item.attempts);
    await this.parts.agenda.handBack(lease.item.id, lease.token, { error: message, afterMs });
    return { kind: 'again', waitMs: afterMs };
  }

  /** The alert first: dying between the two, the item is tried once more and parked then; the other way round nobody would be told. */
  private async park({ item, token }: Leased, reason: string): Promise<void> {
    await this.report(
      { ...item, attempts: item.attempts + 1 },
      { name: 'ParkItem', data: { key: item.obligation.key, reason } },
    );
    await this.parts.agenda.park(item.id, token, reason);
  }
}

function outcomeOf(call: Call, answer: Extract<DeskAnswer, { kind: 'outcome' | 'by-hand' }>): ShipmentCommand {
  if (answer.kind === 'outcome') return answer.command;
  return { name: 'HandCallToPerson', data: { key: call.key, dueAt: call.dueAt } };
}

function bellId(item: AgendaItem, command: string): CommandId {
  const tries = command === 'ParkItem' ? `/${item.attempts}` : '';
  const id = commandIdOf(`bell/${item.shipment}/${item.obligation.key}@${item.revision}/${command}${tries}`);
  if (id === undefined) throw new Error(`no command id for ${item.obligation.key}`);
  return id;
}
