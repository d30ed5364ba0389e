import type { Action } from '../api/types.js';
import { localText, readingsOf } from '../time/zone.js';

/** A moment as a body states it. */
export interface Stated {
  readonly local: string;
  readonly zone: string;
  readonly offset?: string;
}

/** A moment in the clock of a zone, to the minute, with the offset so that a repeated hour is the one that was. */
export function statedAt(at: number, zone: string): Stated {
  const local = localText(at, zone);
  const offset = readingsOf(local, zone).find((reading) => Math.abs(reading.at - at) < 60_000)?.offset;
  return { local, zone, ...(offset === undefined ? {} : { offset }) };
}

/** What a form begins with on the phone: each time of which only the clock is known is now. */
export function withNow(prefill: Action['prefill'], at: number): Action['prefill'] {
  const entries = Object.entries(prefill).map(([name, value]) => [
    name,
    isBareClock(value) ? statedAt(at, value.zone) : value,
  ]);
  return Object.fromEntries(entries) as Action['prefill'];
}

function isBareClock(value: unknown): value is { readonly zone: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { zone, local } = value as Partial<Stated>;
  return typeof zone === 'string' && local === undefined;
}
