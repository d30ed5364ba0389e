import { millisOf, mustBe } from '@cellrelay/kernel';
import { shippedConstants, withSiteFigure } from './constants.js';
import { counted, eightSamples, exposed, gapless, held, told, usualModel, withGaps } from './histories.examples.js';
import { lossModel, lossRate, usualChoice } from './loss-model.js';
import { meanKineticCelsius, survivalOf } from './survival.js';

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
  it.each([
    ['of the eight samples', eightSamples, '7.8487'],
    ['of a constant 5 °C', told('0: 5, 40: 5'), '5.0000'],
    ['of 21 h at 5 °C and 3 h at 15 °C', told('0: 5, 21: 5, 21: 15, 24: 15'), '7.1066'],
    ['of 18 h at 5 °C and 6 h at 14 °C', told('0: 5, 18: 5, 18: 14, 24: 14'), '8.2852'],
  ])('%s', (_, readings, celsius) => {
    expect(meanKineticCelsius(model, exposed(model, readings))?.toFixed(4)).toBe(celsius);
  });

  it('at the model’s own energy gives the same survival, as long as it is not above 24 °C', () => {
    const figure = { id: 'kinetic-activation', value: 53, source: 'viability.md 5', approvedBy: 'EXAMPLE' } as const;
    const constants = mustBe(withSiteFigure(shippedConstants, figure, 'other'));
    const own = mustBe(lossModel({ ...usualChoice('HPC-A', 150), constants }));
    const celsius = meanKineticCelsius(own, exposed(own, eightSamples)) ?? Number.NaN;
    expect(celsius.toFixed(4)).toBe('7.3234');
    expect(Math.exp(-lossRate(model, celsius) * 40).toFixed(5)).toBe('0.84021');
  });

  it('is none while no time has passed', () => {
    expect(meanKineticCelsius(model, exposed(model, told('0: 5')))).toBeNull();
  });
});

describe('where no readings vouch', () => {
  it('the time before the first one goes by the warmer of it and the set point, and is estimated', () => {
    const [atSetPoint = 0, atNine = 0] = ratesAt(5, 9);
    expect(exposed(model, told('2: 4')).hazard.centre).toBeCloseTo(2 * atSetPoint, 12);
    const exposure = exposed(model, told('2: 9'));
    expect(exposure.hazard.centre).toBeCloseTo(2 * atNine, 12);
    expect(exposure.estimatedMinutes).toBe(120);
  });

  it('a gap goes by its warmer end, whichever that is (viability.md R4)', () => {
    const [five = 0, nine = 0] = ratesAt(5, 9);
    for (const history of ['0: 5, 1: 9', '0: 9, 1: 5']) {
      expect(exposed(model, told(history), withGaps).hazard.centre).toBeCloseTo(nine, 12);
      expect(exposed(model, told(history), gapless).hazard.centre).toBeCloseTo((five + nine) / 2, 12);
    }
  });

  it('half an hour is no gap, and a second more is', () => {
    expect(exposed(model, told('0: 5, 0.5: 5'), withGaps).estimatedMinutes).toBe(0);
    const later = told(`0: 5, ${0.5 + 1 / 3600}: 5`);
    expect(exposed(model, later, withGaps).estimatedMinutes).toBeCloseTo(30.02, 2);
  });
});

describe('readings from before the count', () => {
  it('take nothing from the cells but for what the first interval begins at', () => {
    const [middle = 0, end = 0] = ratesAt(10, 15);
    const exposure = exposed(model, told('-2: 40, -1: 5, 1: 15'));
    expect(exposure.hazard.centre).toBeCloseTo((middle + end) / 2, 12);
    expect([exposure.coldestCelsius, exposure.hottestCelsius]).toEqual([10, 15]);
    expect(exposure.estimatedMinutes).toBe(0);
  });

  it('leave all as it was', () => {
    const before = exposed(model, []);
    expect(exposed(model, told('-2: 20, -1: 25'))).toEqual({
      ...before,
      last: { atMillis: millisOf(counted) - 3_600_000, celsius: 25 },
    });
  });
});

describe('time out of band (viability.md R3)', () => {
  it.each<[string, string, readonly [number, number, number]]>([
    ['none within it, its ends included', '0: 2, 1: 8, 2: 5', [0, 0, 0]],
    ['all of what is warmer', '0: 9, 1: 12', [60, 60, 60]],
    ['all of what is colder', '0: 1, 1: 1', [60, 60, 60]],
    ['from where the line leaves the band', '0: 5, 1: 11', [30, 30, 30]],
    ['until it enters it', '0: 11, 1: 5', [30, 30, 0]],
    ['two stays apart', '0: 11, 1: 5, 2: 11', [60, 30, 30]],
    ['one stay over several readings', '0: 5, 1: 11, 3: 9, 4: 7', [180, 180, 0]],
    ['from too cold to too warm the band is crossed', '0: 0, 1: 12', [30, 20, 20]],
    ['a step out and back takes none', '0: 5, 0: 20, 0: 5, 1: 5', [0, 0, 0]],
  ])('%s', (_, history, [minutes, longest, present]) => {
    const exposure = exposed(model, told(history));
    expect(exposure.minutesOutOfBand).toBeCloseTo(minutes, 9);
    expect(exposure.longestMinutesOutOfBand).toBeCloseTo(longest, 9);
    expect(exposure.presentMinutesOutOfBand).toBeCloseTo(present, 9);
  });
});
