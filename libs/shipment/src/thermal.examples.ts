import { millisOf, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import { utc } from './case-a.examples.js';
import { dayOneEnough, type Line } from './journeys.examples.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';
import { temperatureReport } from './temperature-report.js';
import type { ReadingsByLogger } from './thermal-series.js';

/** A logger that is bound to the box of case A, and what it reads. */
export const exampleLogger = 'LOG-EXAMPLE-1';
/** When the box of case A is packed, and its logger bound. */
export const packedAt = utc('09-04T06:10');

export const saysOfLoggers = {
  bind: (at: Instant, box: string, logger = exampleLogger, sends: 'live' | 'by-file' = 'live'): ShipmentCommand => ({
    name: 'BindLogger',
    data: { logger, box, probe: 'in-the-box-air', sends, boundAt: { at, zone: 'UTC' as Zone } },
  }),
  unbind: (at: Instant, logger = exampleLogger): ShipmentCommand => ({
    name: 'UnbindLogger',
    data: { logger, unboundAt: { at, zone: 'UTC' as Zone }, reason: 'another takes its place' },
  }),
};

/** The number of the box as it stands; of nothing that was packed, none. */
export function boxOf({ stages }: Shipment): string {
  return stages['courier-handoff'].boxNow?.box ?? 'no box';
}

/** Case A as far as the box is with the courier, its logger bound when it was packed. */
export function onTheWay(
  sends: 'live' | 'by-file' = 'by-file',
  lines: readonly Line[] = dayOneEnough.slice(0, 13),
): Story {
  const story = new Story(utc('08-12T14:30'));
  for (const [at, command] of lines) {
    story.says(at, command);
    if (command.name === 'PackBox') story.says(at, saysOfLoggers.bind(at, boxOf(story.shipment), exampleLogger, sends));
  }
  return story;
}

/** Readings every ten minutes from so many minutes after the packing on, each for one of these. */
export function read(fromMinutes: number, ...celsius: readonly number[]): readonly Reading[] {
  const from = millisOf(plusMinutes(packedAt, fromMinutes));
  return celsius.map((each, nth) => ({ atMillis: from + nth * 600_000, celsius: each }));
}

/** So many readings of one temperature. */
export function steady(times: number, celsius = 5): readonly number[] {
  return Array.from({ length: times }, () => celsius);
}

/** What one logger, or several, read. */
export function readings(...of: readonly (readonly [logger: string, readonly Reading[]])[]): ReadingsByLogger {
  return new Map(of);
}

/** Tells the story what the readings imply, so many minutes after the packing; the codes of a refusal, or how many lines it made. */
export function reports(story: Story, all: ReadingsByLogger, minutes: number): number | string {
  story.passTo(plusMinutes(packedAt, minutes));
  const report = temperatureReport(story.shipment, all, story.now);
  if (report === null) return 0;
  const before = story.log.length;
  return story.tries({ name: 'RecordTemperature', data: report }) ?? story.log.length - before;
}
