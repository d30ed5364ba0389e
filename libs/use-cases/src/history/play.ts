import { latest, type CommandId, type Instant, type ShipmentId } from '@cellrelay/kernel';
import {
  agendaOf,
  bringsPlans,
  decide,
  emptyShipment,
  type Call,
  type Obligation,
  type Shipment,
  type ShipmentCommand,
  type StatedBy,
} from '@cellrelay/shipment';
import type { Desk, Holidays, LogEntry } from '../ports.js';

/** One command of a history, at the moment it is recorded. */
export interface HistoryStep {
  readonly at: Instant;
  readonly command: ShipmentCommand;
  readonly statedBy: StatedBy;
  readonly recordedBy: string;
  readonly id: CommandId;
}

/** A history as it was played: the lines of its log and the shipment they tell. */
export interface PlayedHistory {
  readonly entries: readonly LogEntry[];
  readonly shipment: Shipment;
}

/** What a history meets outside: desks that are called, and the holidays that a plan is held against; without those none are pinned. */
export interface HistoryWorld {
  readonly desks: readonly Desk[];
  readonly holidays?: Holidays;
}

/**
 * Plays a history through the core alone, without store or queue: people's steps at their moments, and between them every bell as it
 * falls due, answered by these desks. A step that is refused is a defect of the history and throws.
 */
export async function playHistory(
  shipment: ShipmentId,
  steps: readonly HistoryStep[],
  world: HistoryWorld,
  until: Instant,
): Promise<PlayedHistory> {
  const play = new Play(shipment, world);
  for (const step of steps) {
    await play.ringUntil(step.at);
    play.issue(step);
  }
  await play.ringUntil(until);
  return { entries: play.entries, shipment: play.state };
}

const byBell: StatedBy = { person: 'bell', organisation: 'CellRelay', how: 'rule' };
const byDesk: StatedBy = { ...byBell, how: 'desk' };

/** More bells than any history has: beyond it an item does not get done by what is done about it. */
const bellLimit = 2_000;

class Play {
  readonly entries: LogEntry[] = [];
  state: Shipment = emptyShipment;
  private bells = 0;

  constructor(
    private readonly shipment: ShipmentId,
    private readonly world: HistoryWorld,
  ) {}

  async ringUntil(until: Instant): Promise<void> {
    for (let item = this.next(until); item !== undefined; item = this.next(until)) {
      this.bells += 1;
      if (this.bells > bellLimit) throw new Error(`${item.key} falls due again and again`);
      await this.ring(item);
    }
  }

  issue({ at, command, statedBy, recordedBy, id }: HistoryStep): void {
    const now = latest([at, this.state.recordedAt ?? at]) ?? at;
    const before = this.state.revision === 0 ? null : this.state;
    const holidays = bringsPlans(command) ? this.world.holidays?.open() : undefined;
    const decided = decide(command, before, { now, statedBy, holidays }, this.entries);
    if (!decided.ok)
      throw new Error(`${command.name} at ${at} is refused: ${decided.error.code}: ${decided.error.sentence}`);
    const first = this.state.revision + 1;
    decided.value.events.forEach((event, index) => {
      this.entries.push({
        shipment: this.shipment,
        seq: first + index,
        recordedAt: now,
        statedBy,
        recordedBy,
        commandId: id,
        event,
      });
    });
    this.state = decided.value.shipment;
  }

  private next(until: Instant): Obligation | undefined {
    const first = agendaOf(this.state).find((each) => each.does !== 'stand');
    return first !== undefined && first.dueAt < until ? first : undefined;
  }

  private async ring(item: Obligation): Promise<void> {
    const command: ShipmentCommand =
      item.does !== 'call'
        ? { name: 'RingDeadline', data: { key: item.key, dueAt: item.dueAt } }
        : await this.call(item);
    const id = `bell/${this.shipment}/${item.key}@${item.dueAt}/${command.name}` as CommandId;
    this.issue({ at: item.dueAt, command, statedBy: item.does !== 'call' ? byBell : byDesk, recordedBy: 'system', id });
  }

  private async call(call: Call): Promise<ShipmentCommand> {
    const desk = this.world.desks.find((each) => each.serves.includes(call.kind));
    if (desk === undefined) throw new Error(`no desk serves ${call.kind}`);
    const asked = {
      kind: call.kind,
      idempotencyKey: `${this.shipment}/${call.key}`,
      dueAt: call.dueAt,
      now: call.dueAt,
    };
    const answer = await desk.call({ ...asked, shipment: this.shipment, data: call.request });
    if (answer.kind === 'outcome') return answer.command;
    if (answer.kind === 'by-hand') return { name: 'HandCallToPerson', data: { key: call.key, dueAt: call.dueAt } };
    throw new Error(`${call.key}: the desk said ${answer.said}`);
  }
}
