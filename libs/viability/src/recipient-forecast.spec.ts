import { millisOf, mustBe, plusMinutes } from '@cellrelay/kernel';
import { forecastBag } from './bag-forecast.js';
import { shippedConstants } from './constants.js';
import { bagOf, clock, forecastAt, forRecipient, request, steady, terms } from './forecasts.examples.js';
import { hoursLater, usualModel } from './histories.examples.js';
import { forecastRecipient, type RequestedDose } from './recipient-forecast.js';
import { frozenLine } from './survival-line.js';
import { noHazard } from './survival.js';

const model = usualModel();
const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code);

describe('what a recipient may count on', () => {
  it('of 620 million cells, 78 kg, 40 h at 5 °C is 6.88 (4.81 to 7.63), and 0.938 likely to be 5 (viability.md 8)', () => {
    const { shown, weightBasis } = forRecipient([forecastAt(5, 20, 40)]);
    const { low = 0, centre = 0, high = 0 } = shown?.planned.doseE6 ?? {};
    expect([centre, low, high].map((each) => each.toFixed(2))).toEqual(['6.88', '4.81', '7.63']);
    expect(shown?.planned.probability.toFixed(3)).toBe('0.938');
    expect(shown?.worst.probability).toBeLessThan(0.938);
    expect(weightBasis).toBe('actual');
  });

  it('is the sum of bags and days, each with a history of its own', () => {
    const [first, second] = [forecastAt(5, 20, 40), forecastAt(8, 20, 40)];
    const doseOf = (...bags: readonly (typeof first)[]) => forRecipient(bags).shown?.planned.doseE6.centre ?? 0;
    expect(doseOf(first, { ...second, bag: 'other' })).toBeCloseTo(doseOf(first) + doseOf(second), 12);
  });

  it('may be a dose in all', () => {
    const inAll = forRecipient([forecastAt(5, 20, 40)], { requestedE6: 390, perKgOf: null, weightBasis: null });
    expect(inAll.shown?.planned.probability.toFixed(3)).toBe('0.938');
    expect(inAll.shown?.planned.doseE6.centre).toBeCloseTo(6.8827 * 78, 1);
  });

  it('carries what is to be said, once, and the judgements that went into it', () => {
    const { said, basis } = forRecipient([forecastAt(5, 20, 40), { ...forecastAt(5, 20, 40), bag: 'other' }]);
    expect(said.filter(({ code }) => code === 'decision-support')).toHaveLength(1);
    expect(basis).toEqual({ constants: 'shipped-1', judged: ['amber-below-probability'] });
  });
});

describe('a bag past its limit (viability.md R2)', () => {
  const younger = {
    ...clock,
    limitAt: plusMinutes(clock.limitAt, 24 * 60),
    targetAt: plusMinutes(clock.targetAt, 24 * 60),
  };
  const late = { ...forecastAt(5, 20, 73), bag: 'day 1' };
  const fresh = { ...forecastAt(5, 20, 73), bag: 'day 2', clock: younger };

  it('drops out of the dose, and the shipment goes on with the others', () => {
    const forecast = forRecipient([late, fresh]);
    expect(forecast).toMatchObject({ counted: ['day 2'], dropped: ['day 1'], limitAt: younger.limitAt, light: 'red' });
    expect(forecast.shown).toEqual(forRecipient([fresh]).shown);
  });

  it('is not one that is infused at the limit itself', () => {
    expect(forRecipient([forecastAt(5, 20, 72)])).toMatchObject({ dropped: [], limitAt: clock.limitAt });
  });

  it('governs while it is counted on: the earliest limit does', () => {
    const counted = { ...fresh, endsAt: hoursLater(40) };
    expect(forRecipient([counted, forecastAt(5, 20, 40)]).limitAt).toBe(clock.limitAt);
  });

  it('leaves no dose and no limit where it was the last', () => {
    const forecast = forRecipient([late]);
    expect(forecast).toMatchObject({ counted: [], limitAt: null, requestHoldsUntil: null, light: 'red' });
    expect(forecast.shown?.planned).toEqual({ doseE6: { low: 0, centre: 0, high: 0 }, probability: 0 });
  });
});

describe('the model may raise amber, and no more (viability.md R1)', () => {
  it.each([
    ['a dose that is likely enough', [3, 40], 'green', 'request-likely-met'],
    ['a dose in doubt', [5, 40], 'amber', 'request-in-doubt'],
    ['a dose that cannot be', [9, 40], 'amber', 'request-in-doubt'],
    ['a likely dose of a bag past its target', [3, 50], 'amber', 'request-likely-met'],
  ] as const)('%s', (_, [requestedE6, endsAt], light, code) => {
    const forecast = forRecipient([forecastAt(5, 20, endsAt)], { requestedE6 });
    expect(forecast.light).toBe(light);
    expect(forecast.findings.at(-1)).toMatchObject({ from: 'model', code });
  });

  it('takes no red away: cells that the model finds plentiful are past their limit all the same', () => {
    const forecast = forRecipient([forecastAt(5, 20, 73)], { requestedE6: 0 });
    expect(forecast.findings.at(-1)).toMatchObject({ from: 'model', light: 'green' });
    expect(forecast.light).toBe('red');
  });

  it('doubts thawed cells whose low end falls short, for how thawing varies is no part of the probability', () => {
    const bag = { ...bagOf(model, steady(5, 20)), thaw: { low: 0.36, centre: 0.7, high: 1 } };
    const forecast = mustBe(forecastBag(model, bag, terms(20, 40)));
    const doubted = forRecipient([forecast], { requestedE6: 3 });
    expect(doubted.shown?.planned.probability).toBeGreaterThan(0.95);
    expect(doubted.light).toBe('amber');
    expect(forRecipient([forecast], { requestedE6: 1.5 }).light).toBe('green');
  });

  it('says nothing where a bag may show no figure', () => {
    const forecast = forRecipient([forecastAt(31, 20, 40), forecastAt(5, 20, 40)]);
    expect(forecast).toMatchObject({ shown: null, requestHoldsUntil: null, light: 'red' });
    expect(codesOf(forecast)).not.toContain('request-in-doubt');
  });
});

describe('until when the request holds', () => {
  it('is the moment at which the centre falls short of it', () => {
    const { requestHoldsUntil } = forRecipient([forecastAt(5, 20, 40)], { requestedE6: 6.5 });
    const hours = (millisOf(requestHoldsUntil ?? clock.limitAt) - millisOf(clock.startsAt)) / 3_600_000;
    expect(hours).toBeCloseTo(-Math.log((6.5 * 78) / 620) / 0.0036, 5);
  });

  it('counts exactly what was asked for as met', () => {
    const frozen = forecastAt(5, 20, 40);
    const untouched = { ...frozen.lines, planned: frozenLine(noHazard) };
    const parts = [0.1, 0.7].map((countedE6) => ({ ...frozen, countedE6, lines: untouched }));
    const exactly = { requestedE6: 0.8, perKgOf: null, weightBasis: null };
    expect(forRecipient(parts, exactly).requestHoldsUntil).toBe(clock.limitAt);
  });

  it('is the limit where the cells would hold longer, and none where they do not hold now', () => {
    expect(forRecipient([forecastAt(5, 20, 40)], { requestedE6: 5 }).requestHoldsUntil).toBe(clock.limitAt);
    expect(forRecipient([forecastAt(5, 20, 40)], { requestedE6: 7.5 }).requestHoldsUntil).toBeNull();
  });
});

describe('a request is refused', () => {
  it.each<[string, Partial<RequestedDose>, string]>([
    ['below zero', { requestedE6: -1 }, 'dose-invalid'],
    ['of no number', { requestedE6: Number.NaN }, 'dose-invalid'],
    ['without end', { requestedE6: Infinity }, 'dose-invalid'],
    ['for no weight', { perKgOf: 0 }, 'weight-invalid'],
    ['for a negative weight', { perKgOf: -78 }, 'weight-invalid'],
    ['for a weight of no number', { perKgOf: Number.NaN }, 'weight-invalid'],
  ])('%s', (_, wrong, code) => {
    const refused = forecastRecipient([forecastAt(5, 20, 40)], { ...request, ...wrong }, shippedConstants);
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });
});
