import { resolveLocal, type LocalDate, type LocalTimeProblem, type Zone } from '@cellrelay/kernel';
import { firstOf } from '../deciding.js';
import type { Refusal } from '../stage.js';

/** The days on which collecting starts, when, and in whose clock. */
export interface AskedStarts {
  readonly collectionDays: readonly LocalDate[];
  readonly collectionStartsAtClock: string;
  /** The collection centre's. */
  readonly zone: Zone;
}

/**
 * A start that the centre's clocks skip or repeat on one of the days is no one moment, and is not shifted to another. A time of day has no room for
 * an offset, so the nearest starts that are one moment on every day are named instead.
 */
export function startTimeProblem(asked: AskedStarts): Refusal | undefined {
  return firstOf(asked.collectionDays, (day, index) => {
    const read = resolveLocal(`${day}T${asked.collectionStartsAtClock}`, asked.zone);
    return read.ok ? undefined : refusalOf(read.error, { day, index }, asked);
  });
}

function refusalOf(
  { code }: LocalTimeProblem,
  { day, index }: { readonly day: LocalDate; readonly index: number },
  asked: AskedStarts,
): Refusal {
  const { collectionStartsAtClock: clock, zone } = asked;
  const happens = code === 'local-time-repeated' ? 'happens twice' : 'does not exist';
  const why = `${clock} ${happens} on ${day} in ${zone}, where the clocks are changed then.`;
  const allowed = nearestStarts(asked);
  if (allowed.length === 0)
    return {
      code,
      sentence: `${why} No other time of that day exists: choose another day.`,
      at: `/collectionDays/${index}`,
    };
  const sentence = `${why} Choose another start: ${allowed.join(' or ')} are the nearest.`;
  return { code, sentence, at: '/collectionStartsAtClock', allowed };
}

const minutesOfDay = 24 * 60;

function nearestStarts(asked: AskedStarts): readonly string[] {
  const [hours = 0, minutes = 0] = asked.collectionStartsAtClock.split(':').map(Number);
  const stated = hours * 60 + minutes;
  const before = Array.from({ length: stated }, (_, back) => clockAt(stated - back - 1));
  const after = Array.from({ length: minutesOfDay - stated - 1 }, (_, on) => clockAt(stated + on + 1));
  return [before, after]
    .map((each) => each.find((clock) => isOneMoment(clock, asked)))
    .filter((each) => each !== undefined);
}

function isOneMoment(clock: string, asked: AskedStarts): boolean {
  return asked.collectionDays.every((day) => resolveLocal(`${day}T${clock}`, asked.zone).ok);
}

function clockAt(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
