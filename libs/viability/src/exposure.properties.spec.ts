import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import { withReadings } from './exposure.js';
import { exposed, gapless, held, readingsOf, usualModel, walked, withGaps } from './histories.examples.js';
import { survivalOf } from './survival.js';
import type { Exposure } from './temperature-history.js';

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

describe('properties (viability.md 8)', () => {
  it('survival never rises with time', () => {
    fc.assert(
      fc.property(products, histories(-5), (product, readings) => {
        const own = usualModel(product);
        let before = exposed(own, []);
        for (const reading of readings) {
          const after = mustBe(withReadings(own, before, [reading]));
          for (const end of ['centre', 'upper', 'lower'] as const) {
            expect(after.hazard[end]).toBeGreaterThanOrEqual(before.hazard[end]);
          }
          before = after;
        }
      }),
    );
  });

  it('survival never rises when a reading is raised', () => {
    const raised = fc.tuple(histories(2), fc.nat(), fc.double({ min: 0, max: 30, noNaN: true }));
    fc.assert(
      fc.property(products, raised, fc.constantFrom(gapless, withGaps), (product, [readings, nth, by], rules) => {
        const own = usualModel(product);
        const warmer = readings.map((each, at) =>
          at === nth % readings.length ? { ...each, celsius: each.celsius + by } : each,
        );
        const [was, is] = [readings, warmer].map((each) => exposed(own, each, rules));
        expect(is?.hazard.centre).toBeGreaterThanOrEqual((was?.hazard.centre ?? 0) * (1 - 1e-12));
      }),
    );
  });

  it('splitting an interval changes nothing at a constant temperature', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 72, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(products, fc.double({ min: -5, max: 45, noNaN: true }), cuts, (product, celsius, hours) => {
        const own = usualModel(product);
        const times = [0, ...[...hours].sort((a, b) => a - b), 72];
        const split = exposed(own, readingsOf(times.map((each) => [each, celsius])));
        expect(split.hazard.centre).toBeCloseTo(held(own, celsius, 72).hazard.centre, 9);
      }),
    );
  });

  it('the band is ordered: low, centre, high', () => {
    fc.assert(
      fc.property(products, histories(-5), (product, readings) => {
        const { low, centre, high } = survivalOf(exposed(usualModel(product), readings).hazard);
        expect(low).toBeLessThanOrEqual(centre);
        expect(centre).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('a history in pieces is the whole, to the last bit, and stands being written down in between', () => {
    fc.assert(
      fc.property(
        products,
        histories(-5),
        fc.nat(),
        fc.constantFrom(gapless, withGaps),
        (product, readings, nth, rules) => {
          const own = usualModel(product);
          const cut = nth % (readings.length + 1);
          const kept = JSON.parse(JSON.stringify(exposed(own, readings.slice(0, cut), rules))) as Exposure;
          expect(mustBe(withReadings(own, kept, readings.slice(cut)))).toEqual(exposed(own, readings, rules));
        },
      ),
    );
  });

  it('a gap is never kinder than the straight line through it', () => {
    fc.assert(
      fc.property(products, histories(-5), (product, readings) => {
        const [filled, straight] = [withGaps, gapless].map((rules) => exposed(usualModel(product), readings, rules));
        expect(filled?.hazard.centre).toBeGreaterThanOrEqual((straight?.hazard.centre ?? 0) * (1 - 1e-12));
      }),
    );
  });

  it('minus zero is kept as zero', () => {
    const exposure = exposed(
      usualModel(),
      readingsOf([
        [0, -0],
        [1, -0],
      ]),
    );
    expect(JSON.parse(JSON.stringify(exposure))).toEqual(exposure);
  });
});
