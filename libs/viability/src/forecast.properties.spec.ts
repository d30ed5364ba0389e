import fc from 'fast-check';
import { millisOf, mustBe } from '@cellrelay/kernel';
import { forecastBag, type BagForecast } from './bag-forecast.js';
import { bagOf, clock, forRecipient, terms } from './forecasts.examples.js';
import { gapless, usualModel, walked } from './histories.examples.js';
import { clockFinding } from './status.js';

const products = fc.constantFrom('HPC-A', 'HPC-M', 'MNC-A');

/** Histories as loggers make them, and worse: minutes and hours apart, cold and hot, steps at one instant. */
const histories = (least: number) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 600 })),
        fc.double({ min: least, max: 45, noNaN: true }),
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map(walked);

/** A bag's clock, a history, how much is asked for and when the infusion is planned. */
const journeys = fc.record({
  product: products,
  readings: histories(-5),
  requestedE6: fc.double({ min: 0, max: 10, noNaN: true }),
  endsAt: fc.integer({ min: 0, max: 100 }),
});

type Journey = typeof journeys extends fc.Arbitrary<infer T> ? T : never;

function forecastOf({ product, readings, endsAt }: Journey): BagForecast {
  const model = usualModel(product);
  const lastHour = ((readings.at(-1)?.atMillis ?? 0) - millisOf(clock.startsAt)) / 3_600_000;
  return mustBe(forecastBag(model, bagOf(model, readings, gapless), terms(Math.max(0, lastHour), endsAt)));
}

const weight = { green: 0, amber: 1, red: 2 } as const;

describe('the policy’s clock (viability.md 1, 8)', () => {
  it('is the same whatever the temperatures were, and says the same', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const forecast = forecastOf(journey);
        expect(forecast.clock).toEqual(clock);
        expect(forecast.findings[0]).toEqual(clockFinding(clock, forecast.endsAt));
      }),
    );
  });

  it('is the limit: no history extends it, and no model calls anything better than the policies do', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const bag = forecastOf(journey);
        const { limitAt, requestHoldsUntil, light } = forRecipient([bag], { requestedE6: journey.requestedE6 });
        expect(limitAt).toBe(bag.endsAt <= clock.limitAt ? clock.limitAt : null);
        expect(requestHoldsUntil === null || requestHoldsUntil <= clock.limitAt).toBe(true);
        expect(weight[light]).toBeGreaterThanOrEqual(weight[bag.light]);
        expect(weight[bag.light]).toBeGreaterThanOrEqual(weight[clockFinding(clock, bag.endsAt).light]);
      }),
    );
  });
});
