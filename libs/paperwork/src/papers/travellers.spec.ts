import type { LocalDate } from '@cellrelay/kernel';
import { exampleFacts } from '../facts/facts.examples.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import { packOf } from './pack.js';

/** The example's cells land in Houston on 2024-09-05, half an hour after midnight of its clock. */
const [lastDay, dayBefore] = ['2024-09-05' as LocalDate, '2024-09-04' as LocalDate];

const passport = (validUntil: LocalDate) => ({ number: 'X0000001', country: 'US', validUntil });

const stopped = (more: Partial<PaperFacts>): readonly (readonly [string, string | undefined])[] =>
  packOf({ ...exampleFacts, ...more }).notMade.map(({ paper, missing }) => [paper, missing[0]?.fact]);

describe('a passport', () => {
  it('that runs out before the trip ends stops the papers that name it, and no other', () => {
    const fact = 'courier-passport-runs-out';
    expect(stopped({ passport: passport(dayBefore) })).toEqual([
      ...[
        ['courier-authorisation', fact],
        ['security-letter', fact],
        ['security-letter', fact],
      ],
      ...[
        ['airline-letter', fact],
        ['airline-letter', fact],
      ],
    ]);
    const { notMade } = packOf({ ...exampleFacts, passport: passport(dayBefore) });
    expect(notMade[0]?.missing[0]).toMatchObject({
      sentence: 'The courier’s passport runs out before the trip ends.',
      whereToEnter: 'Couriers, the courier’s record: Passport on papers',
    });
  });

  it('holds on its last day, which is that of where the trip ends', () => {
    expect(stopped({ passport: passport(lastDay) })).toEqual([]);
  });

  it('has to hold as long as the flight that is taken instead', () => {
    const legs = exampleFacts.legs.map((leg, index) => {
      if (index === 0) return leg;
      const later = { ...leg.flight, arrivesAt: { ...leg.flight.arrivesAt, at: '2024-09-06T05:30:00.000Z' } };
      return { ...leg, fallback: later as typeof leg.flight };
    });
    expect(stopped({ passport: passport(lastDay), legs })).toHaveLength(5);
  });

  it('of the substitute stops the authorisation that names it', () => {
    expect(stopped({ substitutePassport: passport(dayBefore) })).toEqual([
      ['courier-authorisation', 'substitute-passport-runs-out'],
    ]);
  });

  it('of a traveller whose visa is asked for stops the letter that asks', () => {
    const { courier } = exampleFacts;
    const asking = (validUntil: LocalDate) =>
      courier === undefined
        ? []
        : [{ who: courier, passport: passport(validUntil), country: 'US', as: 'courier' as const }];
    expect(stopped({ visas: asking(dayBefore) })).toEqual([['visa-letter', 'traveller-passport-runs-out']]);
    expect(stopped({ visas: asking(lastDay) })).toEqual([]);
  });
});

describe('a courier', () => {
  const fit = (fitUntil: LocalDate | undefined) => exampleFacts.courier && { ...exampleFacts.courier, fitUntil };

  it('whose training or passport, as checked, runs out under way is vouched for on no paper', () => {
    const facts = new Set(stopped({ courier: fit(dayBefore) }).map(([, fact]) => fact));
    expect(facts).toEqual(new Set(['courier-papers-run-out']));
    expect(stopped({ courier: fit(dayBefore) })).toHaveLength(5);
    expect([stopped({ courier: fit(lastDay) }), stopped({ courier: fit(undefined) })]).toEqual([[], []]);
  });

  it('has the emergency card and the plan all the same: who to call and where to go is needed more then', () => {
    const made = packOf({ ...exampleFacts, courier: fit(dayBefore) }).papers.map(({ kind }) => kind);
    expect(made).toEqual(expect.arrayContaining(['emergency-card', 'transport-plan']));
  });

  it('is no courier of a unit that goes as cargo', () => {
    const cargo = { carrier: 'EXAMPLE Air Cargo', waybill: '999-12345675' };
    expect(stopped({ cargo, courier: fit(dayBefore), passport: passport(dayBefore) })).toEqual([]);
  });
});
