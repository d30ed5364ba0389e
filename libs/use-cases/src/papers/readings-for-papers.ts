import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import { loggerSpans } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import { boundReadings, readIn, type IdentifiedShipment } from '../readings/bound-readings.js';
import type { ReadingStore } from '../readings/readings.port.js';
import { extreme, thinned } from '../readings/thinned.js';
import type { ReadingsForPapers } from './entered-facts.js';

/** A curve on paper is so many stretches wide; of each the coldest and the warmest moment are drawn. */
const mostStretches = 150;

/** What the logger has read that was bound last and has read anything; null: none has. */
export function readingsForPapers(store: Pick<ReadingStore, 'of'>) {
  return async (of: IdentifiedShipment, asOf: Instant): Promise<ReadingsForPapers | null> => {
    const spans = loggerSpans(of.shipment);
    if (spans.length === 0) return null;
    const all = await boundReadings(store, of, asOf);
    const found = spans
      .map((span) => ({ logger: span.logger, readings: readIn(span, all.get(span.logger) ?? []) }))
      .findLast(({ readings }) => readings.length > 0);
    return found === undefined ? null : drawn(found.logger, found.readings);
  };
}

function drawn(logger: string, readings: readonly Reading[]): ReadingsForPapers {
  // Gaps are no part of a paper's curve.
  const stretches = thinned(readings, { most: mostStretches, gapMinutes: Number.MAX_SAFE_INTEGER / 60_000 });
  const points = stretches.flatMap(({ from, until, minCelsius, maxCelsius }) =>
    minCelsius === maxCelsius
      ? [{ at: from, celsius: minCelsius }]
      : [
          { at: from, celsius: minCelsius },
          { at: laterOf(from, until), celsius: maxCelsius },
        ],
  );
  const [lowestCelsius, highestCelsius] = [extreme(readings, Math.min), extreme(readings, Math.max)];
  return { logger, points, lowestCelsius, highestCelsius };
}

function laterOf(from: Instant, until: Instant): Instant {
  return until > from ? until : instantFromMillis(millisOf(from) + 1);
}
