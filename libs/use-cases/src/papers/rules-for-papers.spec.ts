import { rulesFor, shippedRules, type MarkerFacts, type MarkerResult, type Rule } from '@cellrelay/paperwork';
import { openedTrip, withSeats, type Trip } from '../questions/example-trip.js';
import { tripOf } from '../rules/trip-of-shipment.js';
import { withFilingDay } from './filing-days.js';
import { markersSaid, rulesForPapers } from './rules-for-papers.js';

const planned = (): Trip => withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1');

const tested = (...results: readonly MarkerResult['result'][]): MarkerFacts => ({
  ...{ sampledOn: '2026-11-02' as MarkerFacts['sampledOn'], laboratory: 'EXAMPLE Laboratory' },
  results: results.map((result, index) => ({ marker: `M${index}`, result })),
});

interface Asked {
  readonly rules?: readonly Rule[];
  readonly markers?: MarkerFacts | undefined;
}

const asked = (plan: 1 | 2, { rules = shippedRules, markers }: Asked = {}) =>
  rulesForPapers(rulesFor(tripOf(planned().state, markersSaid(markers)), rules, []), plan);

/** A permit on leaving China, of a rule that prints. */
const permit = (leadWorkingDays?: number): Rule => {
  const rule = shippedRules.find(({ id }) => id === 'cn-281-approval');
  if (rule === undefined) throw new Error('the rule is gone');
  return { ...rule, confidence: 'V', demands: { ...rule.demands, leadWorkingDays } };
};

const filed = (plan: 1 | 2, rule: Rule) => {
  const [application] = asked(plan, { rules: [rule] }).applications;
  return application && withFilingDay(planned().state, application).appliedFor?.fileBy;
};

describe('what rules ask of the papers of a plan', () => {
  it('is what they ask on the days of that plan and no other', () => {
    const [first, second] = ([1, 2] as const).map((plan) =>
      asked(plan).applications.map(({ passesAt }) => passesAt.at),
    );
    expect(first).not.toEqual([]);
    expect(second).not.toEqual([]);
    expect(first?.filter((at) => second?.includes(at))).toEqual([]);
  });

  it('has a last day to file an application by, working days before the passage, and none where no lead time was read', () => {
    expect([filed(1, permit(3))?.day, filed(2, permit(3))?.day]).toEqual(['2026-11-19', '2026-11-20']);
    expect(filed(1, permit())).toBeNull();
  });

  it('says of that day whether holidays are known for what was counted', () => {
    const { policy } = planned().state.stages.order;
    const covered = policy?.workingDayCalendars.some(({ country, year }) => country === 'CN' && year === 2026);
    expect(filed(1, permit(3))?.holidaysUnknown).toBe(covered !== true);
  });

  it('rests on the donor’s tests: what they decide is open until they are entered', () => {
    const statement = (markers: MarkerFacts | undefined) =>
      asked(1, { markers, rules: shippedRules.map((rule) => ({ ...rule, confidence: 'V' as const })) }).sentences.some(
        ({ rule }) => rule === 'us-cdc-statement',
      );
    expect([statement(undefined), statement(tested('negative')), statement(tested('positive'))]).toEqual([
      ...[false, true, false],
    ]);
  });
});

describe('what the donor’s tests come to', () => {
  it.each([
    ['negative', tested('negative', 'negative')],
    ['positive', tested('negative', 'positive', 'not-tested')],
    [null, tested('negative', 'not-tested')],
    [null, tested()],
    [null, undefined],
  ])('is %s', (said, markers) => {
    expect(markersSaid(markers)).toBe(said);
  });
});
