import fc from 'fast-check';
import { millisOf, mustBe, type Instant } from '@cellrelay/kernel';
import { shippedConstants, withSiteFigure } from './constants.js';
import { beginExposure, withReadings } from './exposure.js';
import {
  counted,
  eightSamples,
  exposed,
  gapless,
  held,
  histories,
  products,
  readingsOf,
  usualModel,
  withGaps,
} from './histories.examples.js';
import { lossModel, lossRate, usualChoice } from './loss-model.js';
import { meanKineticCelsius, survivalOf } from './survival.js';
import type { Exposure, HistoryRules, Reading } from './temperature-history.js';

const model = usualModel();
const ratesAt = (...celsius: readonly number[]) => celsius.map((each) => lossRate(model, each));

describe('survival over a history (vectors of viability.md 8)', () => {
  it.each([
    [5, 24, 0.9172],
    [5, 48, 0.8413],
    [5, 72, 0.7717],
    [21, 24, 0.7404],
    [21, 48, 0.5482],
    [21, 72, 0.4059],
  ])('at %s °C for %s h is %s', (celsius, hours, survival) => {
    expect(survivalOf(held(model, celsius, hours).hazard).centre).toBeCloseTo(survival, 4);
  });

  it('of the eight samples is H 0.174104, S 0.8402, 0.5203 to 0.9541', () => {
    const { hazard } = exposed(model, eightSamples);
    const { low, centre, high } = survivalOf(hazard);
    expect(hazard.centre.toFixed(6)).toBe('0.174104');
    expect([centre, low, high].map((each) => each.toFixed(4))).toEqual(['0.8402', '0.5203', '0.9541']);
  });

  it('is less once gaps count: H 0.18452, S 0.8315 (readings.md)', () => {
    const { hazard, estimatedMinutes } = exposed(model, eightSamples, withGaps);
    expect(hazard.centre.toFixed(5)).toBe('0.18452');
    expect(survivalOf(hazard).centre.toFixed(4)).toBe('0.8315');
    expect(estimatedMinutes).toBe(40 * 60);
  });
});

describe('the mean kinetic temperature (vectors of viability.md 8)', () => {
  /** The same model with the mean kinetic temperature taken at another activation energy. */
  const at = (kJPerMol: number) => {
    const figure = {
      id: 'kinetic-activation',
      value: kJPerMol,
      source: 'viability.md 5',
      approvedBy: 'EXAMPLE',
    } as const;
    const constants = mustBe(withSiteFigure(shippedConstants, figure, 'other'));
    return mustBe(lossModel({ ...usualChoice('HPC-A', 150), constants }));
  };

  it.each([
    ['of the eight samples', eightSamples, '7.8487'],
    [
      'of a constant 5 °C',
      readingsOf([
        [0, 5],
        [40, 5],
      ]),
      '5.0000',
    ],
    [
      'of 21 h at 5 °C and 3 h at 15 °C',
      readingsOf([
        [0, 5],
        [21, 5],
        [21, 15],
        [24, 15],
      ]),
      '7.1066',
    ],
    [
      'of 18 h at 5 °C and 6 h at 14 °C',
      readingsOf([
        [0, 5],
        [18, 5],
        [18, 14],
        [24, 14],
      ]),
      '8.2852',
    ],
  ])('%s', (_, readings, celsius) => {
    expect(meanKineticCelsius(model, exposed(model, readings))?.toFixed(4)).toBe(celsius);
  });

  it('at the model’s own energy gives the same survival, as long as it is not above 24 °C', () => {
    const own = at(53);
    const celsius = meanKineticCelsius(own, exposed(own, eightSamples)) ?? Number.NaN;
    expect(celsius.toFixed(4)).toBe('7.3234');
    expect(Math.exp(-lossRate(model, celsius) * 40).toFixed(5)).toBe('0.84021');
  });

  it('is none while no time has passed', () => {
    expect(meanKineticCelsius(model, exposed(model, readingsOf([[0, 5]])))).toBeNull();
  });
});

describe('where no readings vouch', () => {
  it('the time before the first one goes by the warmer of it and the set point, and is estimated', () => {
    const [atSetPoint = 0, atNine = 0] = ratesAt(5, 9);
    expect(exposed(model, readingsOf([[2, 4]])).hazard.centre).toBeCloseTo(2 * atSetPoint, 12);
    const exposure = exposed(model, readingsOf([[2, 9]]));
    expect(exposure.hazard.centre).toBeCloseTo(2 * atNine, 12);
    expect(exposure.estimatedMinutes).toBe(120);
  });

  it('a gap goes by its warmer end, whichever that is (viability.md R4)', () => {
    const [five = 0, nine = 0] = ratesAt(5, 9);
    for (const points of [
      [
        [0, 5],
        [1, 9],
      ],
      [
        [0, 9],
        [1, 5],
      ],
    ] as const) {
      expect(exposed(model, readingsOf(points), withGaps).hazard.centre).toBeCloseTo(nine, 12);
      expect(exposed(model, readingsOf(points), gapless).hazard.centre).toBeCloseTo((five + nine) / 2, 12);
    }
  });

  it('half an hour is no gap, and a second more is', () => {
    expect(
      exposed(
        model,
        readingsOf([
          [0, 5],
          [0.5, 5],
        ]),
        withGaps,
      ).estimatedMinutes,
    ).toBe(0);
    expect(
      exposed(
        model,
        readingsOf([
          [0, 5],
          [0.5 + 1 / 3600, 5],
        ]),
        withGaps,
      ).estimatedMinutes,
    ).toBeCloseTo(30.02, 2);
  });

  it('a gap is never kinder than the straight line through it', () => {
    fc.assert(
      fc.property(products, histories(), (product, readings) => {
        const [filled, straight] = [withGaps, gapless].map((rules) => exposed(usualModel(product), readings, rules));
        expect(filled?.hazard.centre).toBeGreaterThanOrEqual((straight?.hazard.centre ?? 0) * (1 - 1e-12));
      }),
    );
  });
});

describe('readings from before the count', () => {
  it('take nothing from the cells but for what the first interval begins at', () => {
    const [middle = 0, end = 0] = ratesAt(10, 15);
    const exposure = exposed(
      model,
      readingsOf([
        [-2, 40],
        [-1, 5],
        [1, 15],
      ]),
    );
    expect(exposure.hazard.centre).toBeCloseTo((middle + end) / 2, 12);
    expect([exposure.coldestCelsius, exposure.hottestCelsius]).toEqual([10, 15]);
    expect(exposure.estimatedMinutes).toBe(0);
  });

  it('leave all as it was', () => {
    const before = exposed(model, []);
    expect(
      exposed(
        model,
        readingsOf([
          [-2, 20],
          [-1, 25],
        ]),
      ),
    ).toEqual({
      ...before,
      last: { atMillis: millisOf(counted) - 3_600_000, celsius: 25 },
    });
  });
});

describe('time out of band (viability.md R3)', () => {
  it.each<[string, readonly (readonly [number, number])[], number, number, number]>([
    [
      'none within it, its ends included',
      [
        [0, 2],
        [1, 8],
        [2, 5],
      ],
      0,
      0,
      0,
    ],
    [
      'all of what is warmer',
      [
        [0, 9],
        [1, 12],
      ],
      60,
      60,
      60,
    ],
    [
      'all of what is colder',
      [
        [0, 1],
        [1, 1],
      ],
      60,
      60,
      60,
    ],
    [
      'from where the line leaves the band',
      [
        [0, 5],
        [1, 11],
      ],
      30,
      30,
      30,
    ],
    [
      'until it enters it',
      [
        [0, 11],
        [1, 5],
      ],
      30,
      30,
      0,
    ],
    [
      'two stays apart',
      [
        [0, 11],
        [1, 5],
        [2, 11],
      ],
      60,
      30,
      30,
    ],
    [
      'one stay over several readings',
      [
        [0, 5],
        [1, 11],
        [3, 9],
        [4, 7],
      ],
      180,
      180,
      0,
    ],
    [
      'from too cold to too warm the band is crossed',
      [
        [0, 0],
        [1, 12],
      ],
      30,
      20,
      20,
    ],
    [
      'a step out and back takes none',
      [
        [0, 5],
        [0, 20],
        [0, 5],
        [1, 5],
      ],
      0,
      0,
      0,
    ],
  ])('%s', (_, points, minutes, longest, present) => {
    const exposure = exposed(model, readingsOf(points));
    expect(exposure.minutesOutOfBand).toBeCloseTo(minutes, 9);
    expect(exposure.longestMinutesOutOfBand).toBeCloseTo(longest, 9);
    expect(exposure.presentMinutesOutOfBand).toBeCloseTo(present, 9);
  });
});

describe('properties (viability.md 8)', () => {
  it('survival never rises with time', () => {
    fc.assert(
      fc.property(products, histories(), (product, readings) => {
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
      fc.property(products, histories(), (product, readings) => {
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
        histories(),
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
});

describe('a bad history is refused and changes nothing', () => {
  const before = held(model, 5, 10);
  const later = (hours: number): number => millisOf(counted) + hours * 3_600_000;

  it.each<[string, Partial<Reading>, string, string]>([
    ['300 °C', { celsius: 300 }, 'celsius-implausible', '/readings/1/celsius'],
    ['-274 °C', { celsius: -274 }, 'celsius-implausible', '/readings/1/celsius'],
    ['no number of °C', { celsius: Number.NaN }, 'celsius-implausible', '/readings/1/celsius'],
    ['endless °C', { celsius: Infinity }, 'celsius-implausible', '/readings/1/celsius'],
    ['an earlier instant', { atMillis: later(10.5) }, 'readings-unordered', '/readings/1/atMillis'],
    ['no instant', { atMillis: Number.NaN }, 'reading-instant-invalid', '/readings/1/atMillis'],
    ['an instant beyond all', { atMillis: 1e18 }, 'reading-instant-invalid', '/readings/1/atMillis'],
  ])('%s', (_, wrong, code, at) => {
    const was = structuredClone(before);
    const readings = [
      { atMillis: later(11), celsius: 5 },
      { atMillis: later(12), celsius: 5, ...wrong },
    ];
    expect(withReadings(model, before, readings)).toMatchObject({ ok: false, error: { code, at } });
    expect(before).toEqual(was);
  });

  it('an earlier first one than the last that was kept', () => {
    const refused = withReadings(model, before, [{ atMillis: later(9), celsius: 5 }]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'readings-unordered', at: '/readings/0/atMillis' } });
    expect(refused.ok ? '' : refused.error.sentence).toContain('2026-11-23T14:00:00.000Z');
  });

  it('one that another model began', () => {
    expect(withReadings(usualModel('HPC-M'), before, [])).toMatchObject({
      ok: false,
      error: { code: 'exposure-of-another-model', allowed: [model.id] },
    });
  });

  it.each<[string, Partial<HistoryRules>, string]>([
    ['a band the wrong way round', { band: { minCelsius: 8, maxCelsius: 2 } }, 'temperature-band-invalid'],
    ['a band of no number', { band: { minCelsius: Number.NaN, maxCelsius: 8 } }, 'temperature-band-invalid'],
    ['a band of 300 °C', { band: { minCelsius: 2, maxCelsius: 300 } }, 'temperature-band-invalid'],
    ['a set point of no number', { setPointCelsius: Number.NaN }, 'temperature-band-invalid'],
    ['a gap of no time', { gapMinutes: 0 }, 'gap-invalid'],
    ['a gap of no number', { gapMinutes: Number.NaN }, 'gap-invalid'],
  ])('%s', (_, wrong, code) => {
    const begun = beginExposure(model, { startsAt: counted, rules: { ...gapless, ...wrong } });
    expect(begun).toMatchObject({ ok: false, error: { code } });
  });

  it('readings at one instant are a step, and the last one sent again changes nothing', () => {
    const last = { atMillis: later(10), celsius: 5 };
    expect(mustBe(withReadings(model, before, [last]))).toEqual(before);
  });

  it('begins anywhere in time', () => {
    const startsAt = '0001-01-01T00:00:00.000Z' as Instant;
    expect(beginExposure(model, { startsAt, rules: gapless })).toMatchObject({ ok: true });
  });
});
