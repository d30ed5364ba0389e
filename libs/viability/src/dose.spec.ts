import fc from 'fast-check';
import { cellsLeft, doseOfCells, probabilityOfMeeting, type ExpectedCells } from './dose.js';
import { held, usualModel } from './histories.examples.js';
import { normalProbability } from './normal.js';
import { noHazard } from './survival.js';

const z = 1.645;
const hazard = held(usualModel(), 5, 40).hazard;
const bag: ExpectedCells = { viableE6: 620, thaw: null, hazard };

describe('the dose at infusion', () => {
  it('of 620 million cells after 40 h at 5 °C is 6.88 (4.81 to 7.63) million per kg of 78 kg (viability.md 8)', () => {
    const { low, centre, high } = doseOfCells([bag], 78);
    expect([centre, low, high].map((each) => each.toFixed(2))).toEqual(['6.88', '4.81', '7.63']);
  });

  it('is in all where no weight is named', () => expect(doseOfCells([bag], null).centre).toBeCloseTo(536.85, 2));

  it('sums bags, each with a history of its own', () => {
    const other = { viableE6: 100, thaw: null, hazard: held(usualModel(), 21, 24).hazard };
    expect(doseOfCells([bag, other], 78).centre).toBeCloseTo(6.8827 + (100 * 0.7404) / 78, 3);
  });

  it('takes low with low and high with high where cells are thawed, and never more than were counted', () => {
    const { low, centre, high } = cellsLeft({ ...bag, thaw: { low: 0.36, centre: 0.7, high: 1.34 } });
    expect(low).toBeCloseTo(620 * 0.6049 * 0.36, 1);
    expect(centre).toBeCloseTo(620 * 0.8659 * 0.7, 1);
    expect(high).toBe(620);
  });

  it('of no bag is none', () => expect(doseOfCells([], 78)).toEqual({ low: 0, centre: 0, high: 0 }));
});

describe('the probability of meeting the dose', () => {
  it('is 0.938 for 5 million per kg of 78 kg (viability.md 8)', () => {
    expect(probabilityOfMeeting([bag], 5 * 78, z).toFixed(3)).toBe('0.938');
  });

  it('is the closed form for one bag', () => {
    const amount = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const hours = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.double({ min: 2, max: 30, noNaN: true }), hours, amount, (celsius, over, part) => {
        const { hazard: own } = held(usualModel(), celsius, over);
        const sigma = (Math.log(own.upper) - Math.log(own.lower)) / 3.29;
        const closed = normalProbability((Math.log(-Math.log(part)) - Math.log(own.centre)) / sigma);
        const cells = { viableE6: 1000, thaw: null, hazard: own };
        expect(probabilityOfMeeting([cells], 1000 * part, z)).toBeCloseTo(closed, 6);
      }),
    );
  });

  it('counts with the cells that can arrive: thawing takes its part first', () => {
    const thawed = { ...bag, thaw: { low: 0.36, centre: 0.7, high: 1 } };
    expect(probabilityOfMeeting([thawed], 300, z)).toBeCloseTo(
      probabilityOfMeeting([{ ...bag, viableE6: 434 }], 300, z),
      12,
    );
  });

  it('of exactly what was asked for is met where nothing is lost, and not where anything is', () => {
    const whole = { viableE6: 390, thaw: null, hazard: noHazard };
    expect(probabilityOfMeeting([whole], 390, z)).toBe(1);
    expect(probabilityOfMeeting([whole], 390.001, z)).toBe(0);
    expect(probabilityOfMeeting([{ ...whole, hazard }], 390, z)).toBe(0);
    const tenths = [0.1, 0.7].map((viableE6) => ({ viableE6, thaw: null, hazard: noHazard }));
    expect(probabilityOfMeeting(tenths, 0.8, z)).toBe(1);
  });

  it('is certain of nothing asked for, and nothing of no cells', () => {
    expect(probabilityOfMeeting([bag], 0, z)).toBe(1);
    expect(probabilityOfMeeting([], 0, z)).toBe(1);
    expect(probabilityOfMeeting([], 1, z)).toBe(0);
    expect(probabilityOfMeeting([{ ...bag, viableE6: 0 }], 1, z)).toBe(0);
  });

  it('goes through all bags with one z: two halves are as likely as the whole, and frozen cells are sure', () => {
    const half = { ...bag, viableE6: 310 };
    expect(probabilityOfMeeting([half, half], 390, z)).toBeCloseTo(probabilityOfMeeting([bag], 390, z), 12);
    const frozen = { viableE6: 390, thaw: null, hazard: noHazard };
    expect(probabilityOfMeeting([frozen, bag], 390, z)).toBe(1);
  });

  it('falls as more is asked for', () => {
    const request = fc.double({ min: 0, max: 700, noNaN: true });
    fc.assert(
      fc.property(request, request, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((each) => probabilityOfMeeting([bag], each, z));
        expect(more).toBeLessThanOrEqual(less ?? 0);
      }),
    );
  });
});
