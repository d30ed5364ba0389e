import type { DecisionOption } from '../api/types.js';
import { ageSaid, doseSaid, doseScale, spareSaid, toBringSaid, verdictOn } from './decision-words.js';

const trip = (change: Partial<NonNullable<DecisionOption['trip']>> = {}) => ({
  ...{ plan: 1, infusionAt: '2026-11-25T10:00:00.000Z', targetAt: null, limitAt: null },
  ...{ oldestBagMinutes: 30 * 60 + 15, slackToTarget: 17 * 60 + 45, slackToLimit: 41 * 60 + 45 },
  ...change,
});

const dose = (change: Partial<DecisionOption['doses'][number]> = {}) => ({
  ...{ recipient: 'R1', unit: 'million CD34 per kg', requested: 5, minimum: 2, counted: 3.5, missing: 1.5 },
  ...{ atInfusion: { low: 2, centre: 3, high: 3.25 }, probability: 0.2 },
  ...change,
});

describe('the words of a decision', () => {
  it('compare a counted dose with the minimum before the request', () => {
    const on = (meetsMinimum: boolean | null, meetsRequest: boolean | null, counted: number | null = 3) =>
      verdictOn({ dose: counted, meetsMinimum, meetsRequest });
    expect(on(false, false)).toEqual({ tone: 'danger', words: 'under the minimum' });
    expect(on(true, false)).toEqual({ tone: 'warn', words: 'under the request' });
    expect(on(true, true)).toEqual({ tone: 'plain', words: 'as requested' });
    expect(on(null, null, null).words).toBe('not counted');
  });

  it('say how old the oldest bag is at infusion, beside its lines', () => {
    expect(ageSaid(trip())).toBe('30 h 15, target 48 h, limit 72 h');
    expect(ageSaid(trip({ oldestBagMinutes: null }))).toBeNull();
  });

  it('say what is to spare, and that the target is passed where the limit holds', () => {
    expect(spareSaid(trip(), 60)).toEqual({ tone: 'plain', words: '41 h 45 to spare before the limit' });
    expect(spareSaid(trip({ slackToTarget: -375, slackToLimit: 1065 }), 60)).toEqual({
      ...{ tone: 'warn', words: '17 h 45 to spare before the limit, 6 h 15 past the target' },
    });
    expect(spareSaid(trip({ slackToTarget: -1500, slackToLimit: -60 }), 60)?.tone).toBe('danger');
    expect(spareSaid(trip({ slackToLimit: null }), 60)).toBeNull();
  });

  it('tell the dose at infusion with its band, else as it was counted', () => {
    expect(doseSaid(dose())).toBe('3.00 (2.00 to 3.25) of 5');
    expect(doseSaid(dose({ atInfusion: null }))).toBe('3.50 as counted, of 5');
    expect(doseSaid(dose({ atInfusion: null, counted: null }))).toBe('not counted');
  });

  it('say what the second day has to bring where one comes, and nothing is invented else', () => {
    expect(toBringSaid(dose(), true)).toBe(
      'day 2 adds its own: 1.5 million CD34 per kg more, as counted, would meet the request',
    );
    expect(toBringSaid(dose(), false)).toBeNull();
    expect(toBringSaid(dose({ missing: 0 }), true)).toBeNull();
    expect(toBringSaid(dose({ counted: null, missing: null }), true)).toBeNull();
  });

  it('show dose and request on one scale, whichever is the larger', () => {
    expect(doseScale(dose(), 100)).toEqual({ requested: 80, minimum: 32, dose: { low: 32, centre: 48, high: 52 } });
    expect(doseScale(dose({ atInfusion: { low: 9, centre: 10, high: 20 } }), 100).dose?.high).toBe(80);
  });
});
