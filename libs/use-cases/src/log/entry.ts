import type { LoggedEvent, ShipmentEvent } from '@cellrelay/shipment';
import type { LogEntry, StoredEntry } from '../ports.js';
import { canonicalText, chainHash } from './chain.js';

/** Chains new entries behind `lastHash`, in order. */
export function chained(entries: readonly LogEntry[], lastHash: string | null): readonly StoredEntry[] {
  let previous = lastHash;
  return entries.map((entry) => {
    const text = canonicalText(entry);
    previous = chainHash(previous, text);
    return { shipment: entry.shipment, seq: entry.seq, text, hash: previous };
  });
}

/** The entry that a stored line holds, with old event versions brought up to today's. */
export function entryOf(text: string): LogEntry {
  const entry = JSON.parse(text) as LogEntry;
  return { ...entry, event: upcast(entry.event) };
}

/** The line as the fold reads it. */
export function loggedEventOf(text: string): LoggedEvent {
  const { seq, recordedAt, event } = entryOf(text);
  return { seq, recordedAt, event };
}

/** Every event is at its first version so far; a newer version adds its step here and leaves stored text alone. */
function upcast(event: ShipmentEvent): ShipmentEvent {
  if (event.v !== 1) throw new RangeError(`${event.type} version ${event.v} is not known to this release`);
  return event;
}
