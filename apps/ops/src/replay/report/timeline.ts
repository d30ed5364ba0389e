import { inZone, zoneOf, type Instant, type Zone } from '@cellrelay/kernel';
import type { StatedBy } from '@cellrelay/shipment';
import { entryOf, type LogEntry, type StoredEntry } from '@cellrelay/use-cases';
import { bellKeyOf } from '../expect/rung-bells.js';
import type { Scenario } from '../scenario/scenario.js';

/** One command of the log with all that it led to, its moment in the clocks of both centres and in UTC. */
export interface TimelineLine {
  readonly at: Instant;
  readonly collectionCentre: string;
  readonly transplantCentre: string;
  /** The command's id in short: `step 3`, or the key of the bell that led to it. */
  readonly by: string;
  readonly statedBy: StatedBy;
  readonly events: readonly { readonly seq: number; readonly type: string; readonly about: string }[];
}

/** The log as a timeline: a line for each command. */
export function timelineOf(scenario: Scenario, log: readonly StoredEntry[]): readonly TimelineLine[] {
  const entries = log.map((line) => entryOf(line.text));
  const ids = [...new Set(entries.map((entry) => entry.commandId))];
  return ids.flatMap((id) =>
    lineOf(
      scenario,
      id,
      entries.filter((entry) => entry.commandId === id),
    ),
  );
}

function lineOf({ zones }: Scenario, id: string, entries: readonly LogEntry[]): readonly TimelineLine[] {
  const [first] = entries;
  if (first === undefined) return [];
  return [
    {
      at: first.recordedAt,
      collectionCentre: inZone(first.recordedAt, zones.collectionCentre),
      transplantCentre: inZone(first.recordedAt, zones.transplantCentre),
      by: bellKeyOf(id) ?? id.replace(/^[^/]+\/step\/[^/]+\//, 'step '),
      statedBy: first.statedBy,
      events: entries.map(({ seq, event }) => ({ seq, type: event.type, about: aboutOf(event.data) })),
    },
  ];
}

const tellingFields = ['booking', 'request', 'exemption', 'alert', 'key', 'plan', 'day', 'bag', 'decision', 'outcome'];

/** What an event is about, by the first field that names something. */
function aboutOf(data: object): string {
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const field = tellingFields.find((each) => ['string', 'number'].includes(typeof fields[each]));
  return field === undefined ? '' : String(fields[field]);
}

const utc = zoneOf('UTC') as Zone;

/** The timeline as text: three clocks, what led to it, what came of it. */
export function timelineText(scenario: Scenario, lines: readonly TimelineLine[]): string {
  const { collectionCentre, transplantCentre } = scenario.zones;
  const widths = { by: Math.max(4, ...lines.map((line) => line.by.length)) };
  const head = [
    clockHead(collectionCentre),
    clockHead(transplantCentre),
    'UTC'.padEnd(16),
    'led by'.padEnd(widths.by),
    'events',
  ].join('  ');
  return [head, ...lines.map((line) => textOf(line, widths.by))].join('\n');
}

function clockHead(zone: Zone): string {
  return zone.padEnd(22).slice(0, 22);
}

function textOf(line: TimelineLine, width: number): string {
  const events = line.events.map(({ type, about }) => (about === '' ? type : `${type} ${about}`)).join(', ');
  return [
    clockText(line.collectionCentre),
    clockText(line.transplantCentre),
    short(inZone(line.at, utc)),
    line.by.padEnd(width),
    events,
  ].join('  ');
}

/** Day, minutes and offset: the offset tells the two readings of a repeated hour apart. */
function clockText(zoned: string): string {
  return `${short(zoned)}${zoned.slice(23)}`.padEnd(22);
}

function short(zoned: string): string {
  return zoned.slice(0, 16).replace('T', ' ');
}
