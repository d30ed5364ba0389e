import { instantOf, zoneOf, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import type { Airports } from '@cellrelay/use-cases';
import type { RehearsalLine, RehearsalScript } from './script.js';

/** One call to a rehearsal desk, with the script's line for it. */
export interface RehearsalRequest {
  /** The agenda item's key. */
  readonly key: string;
  /** When the call was due: what the desk reckons from, so that it says the same when it is asked again later. */
  readonly dueAt: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly script: RehearsalScript;
  readonly airports: Airports;
  readonly line: RehearsalLine;
}

/** What a desk says to a call, as the command that records it. */
export type Says = (request: RehearsalRequest) => ShipmentCommand;

/** A text of the request; a missing one is a defect of ours, not of the desk. */
export function textOf({ data, key }: RehearsalRequest, name: string): string {
  const value = data[name];
  if (typeof value !== 'string') throw new TypeError(`the call ${key} does not say its ${name}`);
  return value;
}

/** A moment of the request, which stands there as an instant or as an instant with its zone. */
export function momentOf(request: RehearsalRequest, name: string): Instant {
  const value = request.data[name];
  const text = typeof value === 'object' && value !== null && 'at' in value ? value.at : value;
  const instant = typeof text === 'string' ? instantOf(text) : undefined;
  if (instant === undefined) throw new TypeError(`the call ${request.key} does not say its ${name}`);
  return instant;
}

/** The moment in the clock of an airport of the request, or in UTC where the airport is not known. */
export function inClockOf({ data, airports }: RehearsalRequest, airport: string, at: Instant): ZonedInstant {
  const iata = data[airport];
  const named = typeof iata === 'string' ? airports.find(iata)?.zone : undefined;
  return { at, zone: zoneOf(named ?? 'UTC') ?? ('UTC' as Zone) };
}

/** Why, as the script says it. */
export function reasonOf({ line }: RehearsalRequest): string {
  return line.reason ?? 'as rehearsed';
}
