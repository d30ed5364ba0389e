import { operatorsCoordinator } from '@cellrelay/testkit';
import { instantFromMillis, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { StageName } from '@cellrelay/shipment';
import type { PlayedHistory, TakeCommand, TakenOutcome } from '@cellrelay/use-cases';

/** One command as a person's client would send it. */
interface Sent {
  readonly name: string;
  readonly stage: StageName;
  readonly body: Readonly<Record<string, unknown>>;
}

const account = { name: 'bench', acting: { ...operatorsCoordinator, person: 'EXAMPLE coordinator' } };

/** When the prepared trip's first flight leaves, as its plan says. */
export interface Flown {
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
}

/** When the first flight of a played trip leaves. */
export function flownBy({ shipment }: PlayedHistory): Flown {
  const flight = shipment.stages['flight-booking'].plans[0]?.legs[0]?.flight;
  if (flight === undefined) throw new Error('the prepared trip has no flight');
  return { departsAt: flight.departsAt.at, arrivesAt: flight.arrivesAt.at };
}

/**
 * The n-th command that a client sends to a shipment: in turn the airline's new estimate (moves what hangs on the departure), another courier (opens the check
 * of papers) and that check (closes it). Each can follow each, for good.
 */
export function dailyCommand(n: number, { departsAt, arrivesAt }: Flown): Sent {
  const now = zoned(instantFromMillis(Date.now()));
  switch (n % 3) {
    case 0: {
      const late = 5 + (n % 7) * 5;
      const body = {
        booking: '1.0/1',
        statedAt: now,
        departsAt: zoned(plusMinutes(departsAt, late)),
        arrivesAt: zoned(plusMinutes(arrivesAt, late)),
      };
      return { name: 'RecordFlightEstimate', stage: 'flight-booking', body };
    }
    case 1: {
      const body = { reason: 'The courier has fallen ill', nextSubstitute: person(n), decidedAt: now };
      return { name: 'SendSubstitute', stage: 'courier', body };
    }
    default: {
      const visas = [{ country: 'US', standing: 'held' }];
      const body = { trainedUntil: '2030-12-31', passportValidUntil: '2030-12-31', visas, checkedAt: now };
      return { name: 'RecordCourierFit', stage: 'courier', body };
    }
  }
}

/** Somebody who was not named before: a substitute cannot be the courier. */
function person(n: number): Readonly<Record<string, string>> {
  const number = String(n).padStart(7, '0');
  return { name: `EXAMPLE courier ${number}`, company: 'EXAMPLE Couriers', phone: `+49 000 ${number}` };
}

function zoned(at: Instant): { readonly local: string; readonly zone: string } {
  return { local: at.slice(0, 16), zone: 'UTC' };
}

/** Sends it. `ifMatch` is the revision of the command's stage that the client has read; null: whatever stands. */
export function send(
  take: TakeCommand,
  shipment: ShipmentId,
  command: Sent,
  { key, ifMatch }: { readonly key: string; readonly ifMatch: number | null },
): Promise<TakenOutcome> {
  return take.take({ shipment, name: command.name, body: command.body, ifMatch, idempotencyKey: key, account });
}

/** The accepted command's answer; a refusal is a defect of the benchmark. */
export function accepted(outcome: TakenOutcome): Extract<TakenOutcome, { kind: 'accepted' }>['answer'] {
  if (outcome.kind === 'accepted') return outcome.answer;
  throw new Error(`refused: ${outcome.refusals.map(({ code, sentence }) => `${code}: ${sentence}`).join('; ')}`);
}
