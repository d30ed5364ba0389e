import { inZone, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { Airport, Flight } from '@cellrelay/itinerary';
import type { StageCommand } from '@cellrelay/shipment';

type Json = Readonly<Record<string, unknown>>;

/** What a body does not say, or has to be read anew from the paper it stands on: a donor's GRID is on the shipment's page only, a DIN needs its check character. */
const leftOut: ReadonlySet<string> = new Set(['shipment', 'policy', 'donorGrid', 'din']);

/** A command as its body would have stated it: what the form of a correction is filled in with. Times to the second, each in the clock it was read in. */
export function bodyOf(data: StageCommand['data']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !leftOut.has(name))
      .map(([name, value]) => [name, stated(value)]),
  );
}

function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (typeof value !== 'object' || value === null) return value;
  if (isZoned(value)) return statedTime(value);
  if (isFlight(value)) return statedFlight(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'din')
      .map(([name, each]) => [name, stated(each)]),
  );
}

function isZoned(value: object): value is ZonedInstant {
  return sameKeys(value, ['at', 'zone']);
}

function isFlight(value: object): value is Flight {
  return sameKeys(value, ['arrivesAt', 'departsAt', 'designator', 'from', 'to']);
}

function sameKeys(value: object, names: readonly string[]): boolean {
  return Object.keys(value).sort().join() === names.join();
}

function statedTime({ at, zone }: ZonedInstant): Json {
  return { ...clockIn(at, zone), zone };
}

function clockIn(at: ZonedInstant['at'], zone: string): { readonly local: string; readonly offset: string } {
  const text = inZone(at, zone as Zone);
  const offset = /[+-]\d{2}:\d{2}$/.exec(text)?.[0] ?? '+00:00';
  return { local: text.slice(0, text.slice(17, 19) === '00' ? 16 : 19), offset };
}

/** Airports by their codes, times in the clocks of both. */
function statedFlight({ designator, from, to, departsAt, arrivesAt }: Flight): Json {
  const [departs, arrives] = [clockIn(departsAt.at, from.zone), clockIn(arrivesAt.at, to.zone)];
  return {
    designator,
    from: codeOf(from),
    to: codeOf(to),
    departsLocal: departs.local,
    departsOffset: departs.offset,
    arrivesLocal: arrives.local,
    arrivesOffset: arrives.offset,
  };
}

function codeOf({ iata }: Airport): string {
  return iata;
}
