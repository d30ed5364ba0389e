import { millisOf, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { decide } from './decide.js';
import type { Call } from './obligation.js';
import type { LoggedEvent, Shipment, ShipmentCommand } from './shipment.js';
import type { StatedBy } from './stage.js';

const statedBy: StatedBy = { person: 'Coordinator', organisation: 'EXAMPLE Registry', how: 'telephone' };

/** A shipment that lives as it does in the stack: persons say things, desks answer when they are called, bells ring when they are due. */
export class Story {
  readonly log: LoggedEvent[] = [];
  readonly rang: { readonly key: string; readonly at: Instant }[] = [];
  private state: Shipment | null = null;

  constructor(public now: Instant) {}

  get shipment(): Shipment {
    if (this.state === null) throw new Error('nothing was opened');
    return this.state;
  }

  /** The command taken at the story's present moment, or the code of its refusal, which must leave no trace. */
  tries(command: ShipmentCommand): string | undefined {
    const decision = decide(command, this.state, { now: this.now, statedBy });
    if (!decision.ok) return decision.error.code;
    decision.value.events.forEach((event, index) =>
      this.log.push({ seq: (this.state?.revision ?? 0) + 1 + index, recordedAt: this.now, event }),
    );
    this.state = decision.value.shipment;
    return undefined;
  }

  /** Goes on to that moment, ringing and answering all that falls due on the way, and says it then. */
  says(at: Instant, command: ShipmentCommand): this {
    this.passTo(at);
    const refused = this.tries(command);
    if (refused !== undefined) throw new Error(`${command.name} at ${at} was refused: ${refused}`);
    return this;
  }

  passTo(at: Instant): this {
    for (let bells = 0; this.state !== null; bells += 1) {
      if (bells > 400) throw new Error(`bells without end before ${at}`);
      const due = agendaOf(this.state).find((each) => each.does !== 'stand' && each.dueAt <= at);
      if (due === undefined) break;
      this.now = due.dueAt > this.now ? due.dueAt : this.now;
      this.rang.push({ key: due.key, at: this.now });
      const refused = this.tries(
        due.does === 'call'
          ? answerTo(due, this.now)
          : { name: 'RingDeadline', data: { key: due.key, dueAt: due.dueAt } },
      );
      if (refused !== undefined) throw new Error(`${due.key} at ${this.now} was refused: ${refused}`);
    }
    this.now = at > this.now ? at : this.now;
    return this;
  }
}

/** What a desk that has no troubles answers. Estimates are kept to the minute. */
export function answerTo({ kind, request }: Call, now: Instant): ShipmentCommand {
  const at = { at: now, zone: 'UTC' as Zone };
  const later = (minutes: number) => ({ ...at, at: plusMinutes(now, minutes) });
  const [booking, record] = [String(request['booking']), 'REC001'];
  const [customs, exemption] = [String(request['request']), String(request['exemption'])];
  const until = new Map<string, () => ShipmentCommand>([
    ['hold-seats', () => ({ name: 'RecordSeatsHeld', data: { booking, heldAt: at, ...terms(request, now), record } })],
    ['ticket-seats', () => ({ name: 'RecordSeatsTicketed', data: { booking, ticketedAt: at, record } })],
    ['give-up-seats', () => ({ name: 'RecordSeatsGivenUp', data: { booking, givenUpAt: at } })],
    ['watch-departure', () => ({ name: 'RecordDeparture', data: { booking, departedAt: at } })],
    ['watch-arrival', () => ({ name: 'RecordArrival', data: { booking, arrivedAt: at } })],
    [
      'submit-customs-request',
      () => ({
        name: 'RecordCustomsSubmitted',
        data: { request: customs, submittedAt: at, answerExpectedAt: later(600) },
      }),
    ],
    [
      'ask-customs-answer',
      () => ({ name: 'RecordCustomsGranted', data: { request: customs, grantedAt: at, permit: 'PERMIT-1' } }),
    ],
    ['withdraw-customs-request', () => ({ name: 'RecordCustomsWithdrawn', data: { request: customs, withdrawnAt: at } })],
    [
      'request-exemption',
      () => ({
        name: 'RecordExemptionRequested',
        data: { exemption, requestedAt: at, answerExpectedAt: later(600) },
      }),
    ],
    [
      'ask-exemption-answer',
      () => ({ name: 'RecordExemptionGranted', data: { exemption, grantedAt: at, reference: 'REF-1' } }),
    ],
    ['withdraw-exemption', () => ({ name: 'RecordExemptionWithdrawn', data: { exemption, withdrawnAt: at } })],
  ]);
  const answer = until.get(kind);
  if (answer === undefined) throw new Error(`no desk answers ${kind}`);
  return answer();
}

/** Held for five days, or until the flight departs; to be given up free of charge until a day before it. */
function terms(request: Call['request'], now: Instant) {
  const departsAt = String(request['departsAt']) as Instant;
  const zone = 'UTC' as Zone;
  const lapses = plusMinutes(now, 5 * 24 * 60);
  const least = plusMinutes(now, 1);
  const before = millisOf(departsAt) < millisOf(lapses) ? departsAt : lapses;
  return {
    holdLapsesAt: { at: before > least ? before : least, zone },
    giveUpBy: { at: plusMinutes(departsAt, -24 * 60), zone },
  };
}
