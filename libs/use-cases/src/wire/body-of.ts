import { formatDin, type Din } from '@cellrelay/identifiers';
import { inZone, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { Airport, Flight } from '@cellrelay/itinerary';
import type { StageCommand } from '@cellrelay/shipment';

type Json = Readonly<Record<string, unknown>>;

/** What a body does not say: the address names the shipment, and its policy is pinned. */
const leftOut: ReadonlySet<string> = new Set(['shipment', 'policy']);

/** A command as its body would have stated it: what the form of a correction is filled in with. Times to the second, each in the clock it was read in. */
export function bodyOf(data: StageCommand['data']): Readonly<Record<string, unknown>> {
  return statedFields(Object.entries(data).filter(([name]) => !leftOut.has(name)));
}

function statedFields(fields: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries(fields.map(([name, value]) => [name, name === 'din' ? printed(value) : stated(value)]));
}

/** A DIN that is typed has its check character, and so has one that is filled in. */
function printed(din: unknown): unknown {
  return typeof din === 'string' ? formatDin(din as Din) : din;
}

function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (typeof value !== 'object' || value === null) return value;
  if (isZoned(value)) return statedTime(value);
  if (isFlight(value)) return statedFlight(value);
  return statedFields(Object.entries(value));
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

/** A moment in a zone's clock, with seconds only where there are some, and its offset. */
export function clockIn(at: ZonedInstant['at'], zone: string): { readonly local: string; readonly offset: string } {
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
