import { earliest, plusMinutes, type Instant } from '@cellrelay/kernel';
import { localIn } from '../local-time.js';
import type { Excursion, TemperatureAgendaFacts } from './temperature.js';

/** Until when something can be done, as a cause says it; nothing where it is not known. */
export function untilOf(at: Instant | null): { readonly until?: Instant } {
  return at === null ? {} : { until: at };
}

/**
 * When an excursion gets worse, if it goes on: amber by its own length, red with all before it. One that is red, or over, waits for the word on the product, which is of no
 * use after the limit.
 */
export function excursionUntil(
  excursion: Excursion,
  excursions: readonly Excursion[],
  { grades, received, limitAt }: TemperatureAgendaFacts,
): Instant | null {
  const { until, grade, from } = excursion;
  if (until !== null || received || grade === 'red') return limitAt;
  const { amberAfterMinutes, redAfterMinutes } = grades;
  const before = excursions.reduce((sum, each) => sum + (each.from < from ? (each.minutes ?? 0) : 0), 0);
  const amberAt = grade === 'green' ? [plusMinutes(from, amberAfterMinutes)] : [];
  const redAt = redAfterMinutes === null ? [] : [plusMinutes(from, redAfterMinutes - before)];
  return earliest([...amberAt, ...redAt]) ?? limitAt;
}

/** A logger can be looked at while its box holds, or until the cells are of no use. */
export function silenceUntil({ holdEndsAt, limitAt }: TemperatureAgendaFacts): Instant | null {
  return earliest([holdEndsAt, limitAt].filter((at) => at !== null)) ?? null;
}

/** A moment of a probe's, in the clock of whoever has its box then. */
export function saidAt(at: Instant, { clocks: { from, to, handedOverAt } }: TemperatureAgendaFacts): string {
  return localIn(at, handedOverAt === null || at < handedOverAt ? from : to);
}
