import { inZone, zoneOf, type Instant, type Zone } from '@cellrelay/kernel';
import { entryOf, type LogEntry, type StoredEntry } from '@cellrelay/use-cases';
import type { Ran } from '../expect/expectations.js';
import { bellKeyOf } from '../expect/rung-bells.js';
import type { TakenStep } from '../run/run-scenario.js';
import type { Scenario } from '../scenario/scenario.js';

/** One command with all that it led to, or with why it was refused; its moment in the clocks of both centres. */
export interface TimelineLine {
  readonly at: Instant;
  readonly collectionCentre: string;
  readonly transplantCentre: string;
  /** `step 3 ClearDonor`, or the key of the bell that led to it. */
  readonly by: string;
  readonly events: readonly { readonly seq: number; readonly type: string; readonly about: string }[];
  readonly refused: string | null;
}

/** A run as a timeline: a line for each command of the log, and for each that was refused. */
export function timelineOf(scenario: Scenario, { log, taken }: Pick<Ran, 'log' | 'taken'>): readonly TimelineLine[] {
  const lines = [...commandsIn(log)].map(([id, entries]) => lineOf(scenario, id, entries));
  // A step comes after all that was due at its moment; sorting keeps the order of equals.
  return [...lines, ...taken.flatMap((step) => refusedLine(scenario, step))].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

function commandsIn(log: readonly StoredEntry[]): ReadonlyMap<string, readonly [LogEntry, ...LogEntry[]]> {
  const commands = new Map<string, [LogEntry, ...LogEntry[]]>();
  for (const entry of log.map((line) => entryOf(line.text))) {
    const before = commands.get(entry.commandId);
    if (before === undefined) commands.set(entry.commandId, [entry]);
    else before.push(entry);
  }
  return commands;
}

function lineOf(scenario: Scenario, id: string, entries: readonly [LogEntry, ...LogEntry[]]): TimelineLine {
  const by = bellKeyOf(id) ?? stepName(scenario, Number(id.slice(id.lastIndexOf('/') + 1)));
  const events = entries.map(({ seq, event }) => ({ seq, type: event.type, about: aboutOf(event.data) }));
  return { ...clocksAt(scenario, entries[0].recordedAt), by, events, refused: null };
}

function refusedLine(scenario: Scenario, { step, outcome }: TakenStep): readonly TimelineLine[] {
  if (outcome?.kind !== 'refused') return [];
  const refused = `${outcome.code}: ${outcome.sentence}`;
  return [{ ...clocksAt(scenario, step.at), by: stepName(scenario, step.number), events: [], refused }];
}

function clocksAt(
  { zones }: Scenario,
  at: Instant,
): Pick<TimelineLine, 'at' | 'collectionCentre' | 'transplantCentre'> {
  return {
    at,
    collectionCentre: inZone(at, zones.collectionCentre),
    transplantCentre: inZone(at, zones.transplantCentre),
  };
}

function stepName({ steps }: Scenario, number: number): string {
  return `step ${number} ${steps.find((step) => step.number === number)?.command ?? ''}`.trim();
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
  const events =
    line.refused === null
      ? line.events.map(({ type, about }) => (about === '' ? type : `${type} ${about}`)).join(', ')
      : `refused as ${line.refused}`;
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
