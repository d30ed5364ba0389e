import type { LoggedEvent, RecordedEvent, ShipmentEvent } from '@cellrelay/shipment';
import type { LogEntry, StoredEntry } from '../ports.js';
import { canonicalText, chainHash } from './chain.js';
import { currentVersionOf, upcastData } from './upcasts.js';

/** Chains new entries behind `lastHash`, in order. Throws on an event in a version that is not today's, which is a defect: its readers would lift it again. */
export function chained(entries: readonly LogEntry[], lastHash: string | null): readonly StoredEntry[] {
  let previous = lastHash;
  return entries.map((entry) => {
    const { type, v } = entry.event;
    if (v !== currentVersionOf(type))
      throw new RangeError(`${type} is written in version ${currentVersionOf(type)}, not ${v}`);
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

/** The facts that a correction holds are lifted with it. */
function upcast(event: ShipmentEvent): ShipmentEvent {
  if (event.type !== 'FactCorrected') return lifted(event);
  const [first, ...rest] = event.data.by;
  return {
    ...event,
    data: { ...event.data, by: [lifted(first), ...rest.map(lifted)], was: lifted(event.data.was) },
  };
}

function lifted(event: RecordedEvent): RecordedEvent {
  const { type, v, data } = event;
  if (v === currentVersionOf(type)) return event;
  return { ...event, v: currentVersionOf(type), data: upcastData(type, v, data) } as RecordedEvent;
}
