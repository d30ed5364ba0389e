import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import { emptyShipment, type Shipment } from '@cellrelay/shipment';
import { timingSentence } from './letter-refusals.js';
import { termsOfDonorsSide, type LetterTerms, type Wait } from './letter-rule.js';
import { letterRuleOf, letterRules } from './letter-rules.js';
import { letterTiming } from './letter-timing.js';

const at = (text: string) => `${text}T12:00:00.000Z` as Instant;
const zoned = (text: string): ZonedInstant =>
  ({ at: at(text), zone: 'UTC', offset: '+00:00' }) as unknown as ZonedInstant;

interface Course {
  readonly collected?: string;
  readonly infused?: readonly string[];
  readonly banked?: boolean;
}

function shipmentOf({ collected, infused = [], banked = false }: Course): Shipment {
  const { stages } = emptyShipment;
  const days = collected === undefined ? [] : [{ endedAt: zoned(collected) }];
  const ended = infused.map((day) => ({ how: 'infusion', at: zoned(day) }));
  const details = banked ? { unit: {} } : { unit: null };
  return {
    ...emptyShipment,
    stages: {
      ...stages,
      order: { ...stages.order, details },
      collection: { ...stages.collection, days },
      receipt: { ...stages.receipt, ended },
    },
  } as unknown as Shipment;
}

const terms = (letters: Wait | 'never'): LetterTerms => ({ letters, direct: 'never', gifts: false });
const both = { afterInfusionMonths: 12, afterCollectionMonths: 24 };

describe('when letters may go', () => {
  it.each([
    ['the day after', { collected: '2024-02-29', infused: ['2024-03-02'] }, '2026-03-01', 'now'],
    ['at the very moment', { collected: '2024-03-04', infused: ['2024-03-05'] }, '2026-03-04', 'now'],
    ['a day early', { collected: '2024-03-04', infused: ['2024-03-05'] }, '2026-03-03', 'later'],
    ['infused late, as of frozen cells', { collected: '2024-03-04', infused: ['2026-02-01'] }, '2026-03-05', 'later'],
    [
      'the last of two recipients counts',
      { collected: '2024-03-04', infused: ['2024-03-05', '2025-12-01'] },
      '2026-03-05',
      'later',
    ],
    ['nobody infused', { collected: '2024-03-04' }, '2030-01-01', 'later'],
    ['nothing collected', { infused: ['2024-03-05'] }, '2030-01-01', 'later'],
    ['of a banked unit never', { infused: ['2024-03-05'], banked: true }, '2030-01-01', 'never'],
  ] as const)('%s', (_what, course, now, may) => {
    expect(letterTiming(terms(both), shipmentOf(course), at(now)).may).toBe(may);
  });

  it('is never where a rule says so, and at once where none counts', () => {
    expect(letterTiming(terms('never'), shipmentOf({}), at('2030-01-01'))).toEqual({ may: 'never' });
    const atOnce = { afterInfusionMonths: null, afterCollectionMonths: null };
    expect(letterTiming(terms(atOnce), shipmentOf({}), at('2030-01-01'))).toEqual({ may: 'now' });
  });

  it('is the later of both days, and none while one of them is not known', () => {
    const known = letterTiming(
      terms(both),
      shipmentOf({ collected: '2024-03-04', infused: ['2025-06-01'] }),
      at('2025-07-01'),
    );
    expect(known).toMatchObject({ until: at('2026-06-01') });
    const open = letterTiming(terms(both), shipmentOf({ collected: '2024-03-04' }), at('2025-07-01'));
    expect(open).toEqual({ may: 'later', until: null });
  });
});

describe('when letters may go, in a sentence', () => {
  const rules = [letterRuleOf('cmdp')!, letterRuleOf('nmdp')!];
  const pair = { terms: terms(both), rules, known: true };
  const late = letterTiming(
    pair.terms,
    shipmentOf({ collected: '2024-03-04', infused: ['2025-06-01'] }),
    at('2026-05-01'),
  );

  it('names the day, where it is known', () => {
    expect(timingSentence(late, pair)).toContain('from 2026-06-01 on');
    const unknown = letterTiming(pair.terms, shipmentOf({ collected: '2024-03-04' }), at('2026-05-01'));
    expect(timingSentence(unknown, pair)).not.toMatch(/20\d\d-\d\d/);
  });

  it('tells the donor’s side the same before an infusion and after it', () => {
    const ofDonors = { ...pair, terms: termsOfDonorsSide(pair.terms) };
    const told = (course: Parameters<typeof shipmentOf>[0], now: string) =>
      timingSentence(letterTiming(ofDonors.terms, shipmentOf(course), at(now)), ofDonors);
    const collected = '2024-03-04';
    for (const now of ['2025-07-01', '2026-05-01'])
      expect(told({ collected, infused: ['2025-06-01'] }, now)).toBe(told({ collected }, now));
    expect(told({ collected }, '2025-07-01')).toContain('24 months after the collection, from 2026-03-04 on');
    // The control: by the terms as they are it is told.
    expect(timingSentence(late, pair)).not.toBe(
      timingSentence(letterTiming(pair.terms, shipmentOf({ collected }), at('2026-05-01')), pair),
    );
  });

  it('names each source, and how to get a rule where there is none', () => {
    expect(timingSentence(late, pair)).toMatch(
      /The rule “CMDP \(China\)” was read in the profile .*\. The rule “NMDP \(United States\)” was read in the page/,
    );
    expect(letterRules.map(({ source }) => source).join()).not.toMatch(/\bS\d/);
    expect(timingSentence({ may: 'never' }, { ...pair, rules: letterRules.slice(0, 1), known: false })).toMatch(
      /page People/,
    );
    expect(timingSentence({ may: 'never' }, pair)).toMatch(/^No letters go/);
  });
});
