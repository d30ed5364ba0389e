import { err, instantOf, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';
import { figureOf, shippedConstants, type Reading } from '@cellrelay/viability';
import type { IncomingReading, ReadingVerdict } from './readings.port.js';

/** Why one reading is not taken. */
export type ReadingRefused = Extract<ReadingVerdict, { kind: 'refused' }>;

/** A logger's clock may be ahead of ours by so much: it is set by hand, and drifts. Beyond, its times are those of no record. */
export const clockToleranceMs = 5 * 60_000;

const least = figureOf(shippedConstants, 'reading-least-celsius');
const most = figureOf(shippedConstants, 'reading-most-celsius');

/** What one row says, or why it says nothing: no moment, one to come, no number, or one that no probe on cells shows. */
export function readingOf(incoming: IncomingReading, now: Instant): Result<Reading, ReadingRefused> {
  const malformed = malformedIn(incoming);
  if (malformed !== undefined) return err(malformed);
  const { at, celsius } = incoming;
  const atMillis = millisAt(at);
  if (atMillis === undefined) return err(instantInvalid(at));
  if (atMillis > millisOf(now) + clockToleranceMs) return err(inTheFuture(String(at), now));
  if (typeof celsius !== 'number' || !Number.isFinite(celsius)) return err(noNumber(celsius));
  if (celsius < least || celsius > most) return err(implausible(celsius));
  return ok({ atMillis, celsius: celsius === 0 ? 0 : celsius });
}

const fields = ['at', 'celsius', 'logger'];

/** Whoever sends it may be wrong about its very form: nothing is ignored silently. */
function malformedIn(incoming: unknown): ReadingRefused | undefined {
  if (typeof incoming !== 'object' || incoming === null || Array.isArray(incoming)) {
    const sentence = `${shown(incoming)} is no reading: an object with at and celsius is.`;
    return { kind: 'refused', code: 'reading-malformed', sentence, allowed: fields };
  }
  const unknown = Object.keys(incoming).find((key) => !fields.includes(key));
  if (unknown === undefined) return undefined;
  const sentence = `There is no field ${shown(unknown)} of a reading; nothing is ignored silently.`;
  return { kind: 'refused', code: 'unknown-field', sentence, allowed: fields };
}

/** The form that all but a few come in; whatever else names an instant is read by the kernel, forty times as slowly. */
const usual =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const longestInstant = 40;

function millisAt(at: unknown): number | undefined {
  if (typeof at !== 'string' || at.length > longestInstant) return undefined;
  if (usual.test(at)) return Date.parse(at);
  const instant = instantOf(at);
  return instant === undefined ? undefined : millisOf(instant);
}

function instantInvalid(at: unknown): ReadingRefused {
  return {
    kind: 'refused',
    code: 'reading-instant-invalid',
    sentence: `${shown(at)} is no instant: a date and a time with their offset are allowed.`,
    allowed: ['2026-11-27T08:30:00Z', '2026-11-27T16:30:00+08:00'],
  };
}

function inTheFuture(at: string, now: Instant): ReadingRefused {
  const minutes = clockToleranceMs / 60_000;
  const sentence = `${at} is to come: it is ${now}, and a logger’s clock may be ahead by ${minutes} minutes. Set it right.`;
  return { kind: 'refused', code: 'reading-in-the-future', sentence };
}

function noNumber(celsius: unknown): ReadingRefused {
  const sentence = `${shown(celsius)} is no number of degrees Celsius.`;
  return { kind: 'refused', code: 'celsius-not-a-number', sentence, allowed: ['4.6'] };
}

function implausible(celsius: number): ReadingRefused {
  const sentence = `${celsius} °C is what no probe on cells shows: the probe is at fault, or it is not degrees Celsius.`;
  return { kind: 'refused', code: 'celsius-implausible', sentence, allowed: [`${least} to ${most}`] };
}

const longestShown = 40;

/** A value as it may stand in a sentence: short, and on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'Nothing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  const signs = [...text];
  return signs.length > longestShown ? `${signs.slice(0, longestShown).join('')}…` : text;
}
