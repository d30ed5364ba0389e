import fc from 'fast-check';
import { plusDays, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import { productNames } from '@cellrelay/shipment';
import { isInForce, rulesFor } from './choose.js';
import { exampleConfirmations } from './example-confirmations.js';
import { jurisdictionCodes, jurisdictions } from './jurisdictions.js';
import { directions, type Rule } from './rule.js';
import { shippedRules } from './shipped.js';
import type { Passage, Trip } from './trip.js';
import { cells, confirmed, idsOf, passing, verdictsAt } from './trips.examples.js';

const zones = jurisdictionCodes.map((code) => jurisdictions[code].zone);
const countries = [...jurisdictionCodes.filter((code) => code !== 'EU' && code !== 'INT'), 'NO', 'BR'];

const passages: fc.Arbitrary<Passage> = fc.record({
  country: fc.constantFrom(...countries),
  direction: fc.constantFrom(...directions),
  airport: fc.constant(null),
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString() as Instant),
  zone: fc.constantFrom(...zones),
  otherEnd: fc.constantFrom(...countries),
});

const trips: fc.Arbitrary<Trip> = fc.record({
  product: fc.constantFrom(...productNames),
  frozen: fc.boolean(),
  markers: fc.constantFrom('negative', 'positive', null),
  manipulated: fc.constantFrom(true, false, null),
  carriage: fc.constantFrom('cabin', 'cargo', null),
  containerMl: fc.constantFrom(null, 49.9, 50, 50.1, 500),
  contentsMl: fc.constantFrom(null, 20, 60),
  example: fc.boolean(),
  passages: fc.array(passages, { minLength: 1, maxLength: 4 }),
});

const confirmations = fc.subarray([
  ...shippedRules.map(({ id }) => confirmed(id)),
  ...exampleConfirmations(shippedRules),
  ...shippedRules.map(({ id }) => confirmed(id, { id: `old-${id}`, version: 2 })),
]);

/** The day that a place's calendar has, worked out another way. */
function dayIn(at: Instant, zone: Zone): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
}

describe('whether a rule prints', () => {
  it('never lets one print that is only believed, or is out of force on the day of the place', () => {
    fc.assert(
      fc.property(trips, confirmations, (trip, known) => {
        for (const { rule, passage, on, outcome } of rulesFor(trip, shippedRules, known)) {
          expect(on).toBe(dayIn(passage.at, passage.zone));
          if (rule.confidence === 'G') expect(outcome).not.toBe('prints');
          expect(outcome === 'out-of-force').toBe(!isInForce(rule, on));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('needs, read at second hand, a confirmation of that version that counts for that trip', () => {
    fc.assert(
      fc.property(trips, confirmations, (trip, known) => {
        for (const { rule, outcome, confirmation } of rulesFor(trip, shippedRules, known)) {
          if (rule.confidence !== 'V-' || outcome !== 'prints') continue;
          expect(confirmation).toMatchObject({ rule: rule.id, version: rule.version });
          expect(known).toContain(confirmation);
          if (!trip.example) expect(confirmation?.example).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says why, and what is to be done of what does not print yet', () => {
    fc.assert(
      fc.property(trips, (trip) => {
        for (const { outcome, why, task, missing } of rulesFor(trip, shippedRules, [])) {
          expect(why).toMatch(/^[A-Z].*\.$/);
          expect(task === null).toBe(outcome === 'prints' || outcome === 'out-of-force');
          expect(missing.length > 0).toBe(outcome === 'fact-missing');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('ends with the day of the place, not with that of another', () => {
    const at = (instant: string, zone: string) =>
      verdictsAt(
        { ...passing('CN', 'import'), at: instant as Instant, zone: zone as Zone },
        {},
        shippedRules.map(({ id }) => confirmed(id)),
      );
    const approval = ['cn-160-approval'];
    const of160 = (instant: string, zone: string) =>
      idsOf(at(instant, zone), 'prints', 'CN').filter((id) => id === 'cn-160-approval');
    expect(of160('2026-07-31T15:59:59.999Z', 'Asia/Shanghai')).toEqual(approval);
    expect(of160('2026-07-31T16:00:00.000Z', 'Asia/Shanghai')).toEqual([]);
    expect(of160('2026-07-31T16:00:00.000Z', 'America/Chicago')).toEqual(approval);
  });
});

describe('a rule that expired a day ago', () => {
  const lastDay = '2026-11-30' as LocalDate;
  const rule = (more: Partial<Rule>): Rule => {
    const [any] = shippedRules.filter(({ id }) => id === 'us-value');
    if (any === undefined) throw new Error('the rule is gone');
    return { ...any, confidence: 'V', inForce: { from: null, to: lastDay }, ...more };
  };
  const on = (day: LocalDate, more: Partial<Rule> = {}) =>
    rulesFor({ ...cells, passages: [passing('US', 'import', { on: day })] }, [rule(more)], [])[0];

  it('is caught, and on its last day still prints', () => {
    expect(on(lastDay)?.outcome).toBe('prints');
    expect(on(plusDays(lastDay, 1))).toMatchObject({
      outcome: 'out-of-force',
      why: 'It was in force until 2026-11-30.',
    });
  });

  it('would print the day after, were it not said to have ended', () => {
    expect(on(plusDays(lastDay, 1), { inForce: { from: null, to: null } })?.outcome).toBe('prints');
  });

  it('says of one to come when it comes', () => {
    const later = on(lastDay, { inForce: { from: plusDays(lastDay, 1), to: null } });
    expect(later).toMatchObject({ outcome: 'out-of-force', why: 'It comes into force on 2026-12-01.' });
  });
});

describe('a confirmation', () => {
  const value = 'us-value';
  const outcome = (confirmation: ReturnType<typeof confirmed>, facts: Partial<Trip> = {}) =>
    verdictsAt(passing('US', 'import'), facts, [confirmation]).find(({ rule }) => rule.id === value)?.outcome;

  it('lets what was read at second hand print, and says by whom, when and by what', () => {
    const [verdict] = verdictsAt(passing('US', 'import'), {}, [confirmed(value)]).filter(
      ({ rule }) => rule.id === value,
    );
    expect(verdict).toMatchObject({
      outcome: 'prints',
      why: 'It was confirmed by EXAMPLE Customs desk on 2026-11-20: EXAMPLE letter.',
    });
  });

  it.each([
    ['of another version', { version: 2 }],
    ['that counts for trips up to the day before', { until: '2026-11-30' as LocalDate }],
    ['that is invented', { example: true }],
  ])('%s does nothing', (_, more) => {
    expect(outcome(confirmed(value, more))).toBe('confirm');
  });

  it('counts on its last day', () => {
    expect(outcome(confirmed(value, { until: '2026-12-01' as LocalDate }))).toBe('prints');
  });

  it('that is invented counts for an invented trip', () => {
    expect(outcome(confirmed(value, { example: true }), { example: true })).toBe('prints');
  });
});
