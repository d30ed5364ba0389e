import fc from 'fast-check';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { proposal, says, utc } from '../case-a.examples.js';
import { dayOneEnough } from '../journeys.examples.js';
import { cellsFates } from '../order/order.cancellation.js';
import { livePlans } from '../overview.js';
import type { ShipmentCommand } from '../shipment.js';
import type { Story } from '../story.examples.js';
import { caseA, saysOfPapers } from './papers.examples.js';

const { issue } = saysOfPapers;
const standings = ({ shipment }: Story) =>
  Object.fromEntries(shipment.stages.papers.issued.map(({ document, standing }) => [document, standing]));
/** Papers of both plans, a fortnight before the first collection. */
const bothIssued = (lines = 3) => {
  const story = caseA(lines);
  const at = plusMinutes(story.now, 1);
  return story.says(at, issue(1)).says(at, issue(2));
};
const ofPlan = (plan: 1 | 2, standing: string) => ({
  [`P${plan}-transport-plan`]: standing,
  [`P${plan}-security-letter`]: standing,
});

describe('papers of a plan that is not flown', () => {
  it('are withdrawn with the decision that stands it down, in one transaction, and those of the other stay', () => {
    const at = utc('09-04T05:15');
    const story = bothIssued(9).says(at, says.count(at, 1640));
    expect(standings(story)).toEqual({ ...ofPlan(1, 'valid'), ...ofPlan(2, 'withdrawn') });
    const types = story.log.filter(({ recordedAt }) => recordedAt === at).map(({ event }) => event.type);
    expect(types).toEqual(expect.arrayContaining(['CellsCounted', 'PlanStoodDown', 'PapersWithdrawn']));
    expect(story.log.find(({ event }) => event.type === 'PapersWithdrawn')?.event.data).toEqual({
      documents: Object.keys(ofPlan(2, '')),
    });
  });

  it('are withdrawn when the collection is postponed, and issued anew for the plan of the new days', () => {
    const at = utc('08-20T02:00');
    const story = bothIssued().says(at, says.postpone(at, '2024-09-18', '2024-09-19'));
    expect(new Set(Object.values(standings(story)))).toEqual(new Set(['withdrawn']));
    story.says(utc('08-20T03:00'), proposal(1, 'over-sfo', 14));
    expect(story.tries(issue(1, 'N'))).toBeUndefined();
    expect(standings(story)).toMatchObject({ ...ofPlan(1, 'withdrawn'), 'N-transport-plan': 'valid' });
  });

  it('stay as they are while flights change under the plan’s number: what has changed, others compare', () => {
    const story = bothIssued().says(utc('08-13T03:00'), proposal(1, 'over-icn'));
    expect(standings(story)).toEqual({ ...ofPlan(1, 'valid'), ...ofPlan(2, 'valid') });
  });

  it('are withdrawn once the box is delivered, where they are of the way', () => {
    const [, ...rest] = dayOneEnough.slice(9);
    const story = rest.reduce((told, [at, said]) => told.says(at, said), caseA(10).says(utc('09-04T05:20'), issue(1)));
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(standings(story)).toEqual(ofPlan(1, 'withdrawn'));
    expect(story.tries(issue(1, 'N'))).toBeUndefined();
  });
});

describe('papers of an order that is cancelled', () => {
  it.each(cellsFates.filter((fate) => fate !== 'none' && fate !== 'deliver-anyway'))(
    'are all withdrawn where the cells are %s',
    (fate) => {
      const at = utc('09-04T05:30');
      const story = caseA(10)
        .says(utc('09-04T05:20'), issue(1))
        .says(at, says.cancel(at, fate, true));
      expect(story.shipment.stages.order.status).toBe('cancelled');
      expect(standings(story)).toEqual(ofPlan(1, 'withdrawn'));
    },
  );

  it('are all withdrawn before anything is collected', () => {
    const at = utc('08-14T05:30');
    const story = bothIssued().says(at, says.cancel(at));
    expect(standings(story)).toEqual({ ...ofPlan(1, 'withdrawn'), ...ofPlan(2, 'withdrawn') });
  });

  it('stay where the cells are delivered anyway: they travel with them', () => {
    const at = utc('09-04T05:30');
    const story = caseA(10)
      .says(utc('09-04T05:20'), issue(1))
      .says(at, says.cancel(at, 'deliver-anyway', true));
    expect(standings(story)).toEqual(ofPlan(1, 'valid'));
  });
});

/** What moves plans, and what issues papers of them. */
const said: readonly ((at: Instant, nth: number) => ShipmentCommand)[] = [
  (_at, nth) => issue(1, `A${nth}`),
  (_at, nth) => issue(2, `B${nth}`),
  () => proposal(1),
  () => proposal(2, 'over-icn'),
  () => proposal(1, 'over-sfo', 14),
  (at) => says.postpone(at, '2024-09-18', '2024-09-19'),
  (at) => says.postpone(at, '2024-09-04'),
  says.clear,
  says.suspend,
  (at) => says.decideOnSuspension(at, 'give-up'),
  (at) => says.start(at),
  (at) => says.end(at),
  (at) => says.count(at, 1640),
  (at) => says.count(at, 1074),
  (at) => says.decide(at, 'stop'),
  says.withdraw,
  (at) => says.cancel(at, 'none', true),
];

describe('after any history', () => {
  const begun = bothIssued(7);

  it('no paper is valid of a plan that is stood down', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(said.length - 1), { minLength: 2, maxLength: 20 }), (words) => {
        const story = begun.copy();
        for (const [nth, word] of words.entries()) {
          story.now = plusMinutes(story.now, 30);
          story.tries(said[word]!(story.now, nth));
          const live = livePlans(story.shipment).map(({ plan }) => plan);
          const { issued } = story.shipment.stages.papers;
          expect(issued.filter(({ plan, standing }) => standing === 'valid' && !live.includes(plan))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
