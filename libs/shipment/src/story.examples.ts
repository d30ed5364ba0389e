import { millisOf, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { decide } from './decide.js';
import type { Call, Obligation } from './obligation.js';
import type { LoggedEvent, Shipment, ShipmentCommand } from './shipment.js';
import type { StatedBy } from './stage.js';

const utcZone = 'UTC' as Zone;
const statedBy: StatedBy = { person: 'Coordinator', organisation: 'EXAMPLE Registry', how: 'telephone' };

/** A shipment that lives as it does in the stack: persons say things, desks answer when they are called, bells ring when they are due. */
export class Story {
  readonly rang: { readonly key: string; readonly at: Instant }[] = [];

  constructor(
    public now: Instant,
    private state: Shipment | null = null,
    readonly log: LoggedEvent[] = [],
  ) {}

  /** The same story so far, to be told on in another way. */
  copy(): Story {
    return new Story(this.now, this.state, [...this.log]);
  }

  get shipment(): Shipment {
    if (this.state === null) throw new Error('nothing was opened');
    return this.state;
  }

  /** The command taken at the story's present moment, or the code of its refusal, which must leave no trace. */
  tries(command: ShipmentCommand): string | undefined {
    const decision = decide(command, this.state, { now: this.now, statedBy }, this.log);
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

  /** Lets time pass: bells ring when they are due, and a call whose answer is refused is parked for a person, as by the worker. */
  passTo(at: Instant): this {
    for (let bells = 0; this.state !== null; bells += 1) {
      if (bells > 400) throw new Error(`bells without end before ${at}`);
      const { parked } = this.state.stages.alert;
      const due = agendaOf(this.state).find(
        (each) => each.does !== 'stand' && each.dueAt <= at && parked[each.key] === undefined,
      );
      if (due === undefined) break;
      this.now = due.dueAt > this.now ? due.dueAt : this.now;
      this.rang.push({ key: due.key, at: this.now });
      if (!this.acknowledges(due)) this.ring(due);
    }
    this.now = at > this.now ? at : this.now;
    return this;
  }

  /** Whom a critical alert is told again and again takes it on in the end. */
  private acknowledges(due: Obligation): boolean {
    if (due.kind !== 'tell' || due.does !== 'call' || due.request['person'] !== 'all') return false;
    const acknowledgedAt = { at: this.now, zone: utcZone };
    const data = { alert: String(due.request['alert']), acknowledgedAt, by: 'Coordinator' };
    return this.tries({ name: 'AcknowledgeAlert', data }) === undefined;
  }

  private ring(due: Obligation): void {
    const { key, dueAt } = due;
    const refused = this.tries(
      due.does === 'call' ? answerTo(due, this.now) : { name: 'RingDeadline', data: { key, dueAt } },
    );
    if (refused === undefined) return;
    const parked = due.does === 'call' ? this.tries({ name: 'ParkItem', data: { key, reason: refused } }) : refused;
    if (parked !== undefined) throw new Error(`${key} at ${this.now} was refused: ${refused}`);
  }
}

/** What a desk that has no troubles answers. */
export function answerTo(call: Call, now: Instant): ShipmentCommand {
  const answer = atTheAirline(call, now) ?? atAnAuthority(call, now) ?? atTheTelephone(call) ?? ofALogger(call, now);
  if (answer === undefined) throw new Error(`no desk answers ${call.kind}`);
  return answer;
}

function atTheTelephone({ kind, key }: Call): ShipmentCommand | undefined {
  if (kind !== 'tell') return undefined;
  return { name: 'RecordAlertTold', data: { key, deliveries: 1, rostered: true, channels: ['mail'], accounts: [] } };
}

function atTheAirline({ kind, request }: Call, now: Instant): ShipmentCommand | undefined {
  const at = { at: now, zone: utcZone };
  const [booking, record] = [String(request['booking']), 'REC001'];
  switch (kind) {
    case 'hold-seats':
      return { name: 'RecordSeatsHeld', data: { booking, heldAt: at, ...terms(request, now), record } };
    case 'ticket-seats':
      return { name: 'RecordSeatsTicketed', data: { booking, ticketedAt: at, record } };
    case 'give-up-seats':
      return { name: 'RecordSeatsGivenUp', data: { booking, givenUpAt: at } };
    case 'watch-departure':
      return { name: 'RecordDeparture', data: { booking, departedAt: at } };
    case 'watch-arrival':
      return { name: 'RecordArrival', data: { booking, arrivedAt: at } };
    default:
      return undefined;
  }
}

function ofALogger({ kind, request }: Call, now: Instant): ShipmentCommand | undefined {
  if (kind !== 'watch-logger') return undefined;
  return {
    name: 'RecordLoggerHeard',
    data: { logger: String(request['logger']), through: { at: now, zone: utcZone } },
  };
}

function atAnAuthority({ kind, request: asked }: Call, now: Instant): ShipmentCommand | undefined {
  const at = { at: now, zone: utcZone };
  const answerExpectedAt = { ...at, at: plusMinutes(now, 600) };
  const [request, exemption] = [String(asked['request']), String(asked['exemption'])];
  switch (kind) {
    case 'submit-customs-request':
      return { name: 'RecordCustomsSubmitted', data: { request, submittedAt: at, answerExpectedAt } };
    case 'ask-customs-answer':
      return { name: 'RecordCustomsGranted', data: { request, grantedAt: at, permit: 'PERMIT-1' } };
    case 'withdraw-customs-request':
      return { name: 'RecordCustomsWithdrawn', data: { request, withdrawnAt: at } };
    case 'request-exemption':
      if (asked['answer'] === 'on-arrival')
        return { name: 'RecordExemptionNotified', data: { exemption, notifiedAt: at, told: 'Duty officer' } };
      return { name: 'RecordExemptionRequested', data: { exemption, requestedAt: at, answerExpectedAt } };
    case 'ask-exemption-answer':
      return { name: 'RecordExemptionGranted', data: { exemption, grantedAt: at, reference: 'REF-1' } };
    case 'withdraw-exemption':
      return { name: 'RecordExemptionWithdrawn', data: { exemption, withdrawnAt: at } };
    default:
      return undefined;
  }
}

/** Held for five days, or until the flight departs; to be given up free of charge until a day before it. */
function terms(request: Call['request'], now: Instant) {
  const departsAt = String(request['departsAt']) as Instant;
  const zone = utcZone;
  const lapses = plusMinutes(now, 5 * 24 * 60);
  const least = plusMinutes(now, 1);
  const before = millisOf(departsAt) < millisOf(lapses) ? departsAt : lapses;
  return {
    holdLapsesAt: { at: before > least ? before : least, zone },
    giveUpBy: { at: plusMinutes(departsAt, -24 * 60), zone },
  };
}
