import { plusMinutes } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { opening, recipientOrder, utc } from './case-a.examples.js';
import { dayOneEnough, openedWith, type Line } from './journeys.examples.js';
import { defaultPolicy, type Policy } from './policy.js';
import { Story } from './story.examples.js';

/** Marrow on the journey of case A: collected at 04:05Z on 4 September, one day alone, judged by TNC. */
const marrow = (policy: Partial<Policy> = {}): readonly Line[] =>
  openedWith(
    dayOneEnough.filter(([, { data }]) => !('plan' in data && data.plan === 2) && !('day' in data && data.day === 2)),
    {
      ...{ product: 'HPC-M', donorWeightKg: 70, policy: { ...defaultPolicy, ...policy } },
      recipients: [{ ...recipientOrder(5), doses: [{ metric: 'TNC', per: 'kg', requested: 4, minimum: 2 }] }],
      collectionDays: opening.data.collectionDays.slice(0, 1),
    },
  );
const collectedAt = utc('09-04T04:05');
const told = (lines: readonly Line[], until: string): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const advised = ({ shipment }: Story) => agendaOf(shipment).filter(({ kind }) => kind === 'marrow-advisory');
const standing = ({ shipment }: Story) =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause);
const set = (value: Policy['marrowAdvisories']['value']) => ({
  marrowAdvisories: { value, source: 'EXAMPLE', mark: 'site' } as const,
});

describe('marrow that is under way', () => {
  it('is better received within twenty hours of the end of its collection: a notice, and no limit', () => {
    const story = told(marrow(), '09-04T04:10');
    expect(advised(story)).toMatchObject([
      { key: 'marrow-advisory/receipt', dueAt: plusMinutes(collectedAt, 20 * 60), severity: 'notice' },
    ]);
    const limits = agendaOf(story.shipment).filter(({ kind }) => kind === 'bag-target' || kind === 'bag-limit');
    expect(limits.map(({ dueAt }) => dueAt)).toEqual([48, 72].map((hours) => plusMinutes(collectedAt, hours * 60)));
  });

  it('is told of once it takes longer, with its source', () => {
    const story = told(marrow(), '09-04T04:10').passTo(plusMinutes(collectedAt, 20 * 60));
    const [cause] = standing(story).filter(({ key }) => key === 'overdue/marrow-advisory/receipt');
    expect(cause).toMatchObject({
      severity: 'notice',
      wrong: 'The marrow is not known to be received, 20 h after the end of its collection.',
    });
    expect(cause?.follows).toContain('Lazarus');
  });

  it.each(['warning', 'notice'] as const)('weighs as much as the policy says: %s', (severity) =>
    expect(advised(told(marrow(set(severity)), '09-04T04:10'))).toMatchObject([{ severity }]),
  );

  it('is no matter where the policy leaves it out', () =>
    expect(advised(told(marrow(set('none')), '09-04T04:10'))).toEqual([]));
});

it('nothing is advised of apheresis products: nothing was found', () =>
  expect(advised(told(dayOneEnough, '09-04T04:10'))).toEqual([]));

it('is advised on from receipt to infusion, six hours, and no more once it is infused', () => {
  const lines = marrow();
  const receipt = lines.findIndex(([, { name }]) => name === 'RecordReceipt');
  const [receivedAt] = lines[receipt] ?? [];
  if (receivedAt === undefined) throw new Error('the journey has no receipt');
  const received = lines
    .slice(0, receipt + 1)
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
  expect(advised(received).map(({ key }) => key)).toEqual(['marrow-advisory/infusion']);
  expect(advised(received)[0]?.dueAt.slice(0, 10)).toBe('2024-09-05');
  expect(advised(received)).toMatchObject([{ offers: [{ command: 'AcceptProduct' }, { command: 'RefuseProduct' }] }]);
  const [acceptedAt, accepted] = lines.find(([, { name }]) => name === 'AcceptProduct') ?? [];
  if (acceptedAt === undefined || accepted === undefined) throw new Error('the journey has no acceptance');
  expect(advised(received.says(acceptedAt, accepted))).toMatchObject([{ offers: [{ command: 'StartInfusion' }] }]);
});

describe('flights that marrow is planned by', () => {
  const longPlanned = (story: Story) => standing(story).filter(({ key }) => key.startsWith('marrow-planned-long/'));
  const proposedAt = marrow().find(([, { name }]) => name === 'ProposePlan')?.[0] ?? '';

  it('are told of at the proposal already where they take twenty hours or longer: a notice with its source, and what can be done', () => {
    const [cause, ...more] = longPlanned(told(marrow(), proposedAt.slice(5, 16)));
    expect(more).toEqual([]);
    expect(cause).toMatchObject({
      key: 'marrow-planned-long/1',
      severity: 'notice',
      offers: [{ command: 'ProposePlan', prefill: { plan: 1 } }],
    });
    expect(cause?.wrong).toMatch(
      /^By plan 1 the marrow takes \d+ h \d+ min from the end of its collection to its receipt \(better under 20 h\)/,
    );
    expect(cause?.follows).toContain('Lazarus');
  });

  it('weigh as much as the policy says, and nothing where it says nothing', () => {
    const proposed = (value: Policy['marrowAdvisories']['value']) =>
      longPlanned(told(marrow(set(value)), proposedAt.slice(5, 16))).map(({ severity }) => severity);
    expect([proposed('warning'), proposed('none')]).toEqual([['warning'], []]);
  });

  it('are no matter any more once the hours have passed, whose own bell has rung', () => {
    const underWay = told(marrow(), '09-04T04:10');
    expect(longPlanned(underWay)).toHaveLength(1);
    const late = underWay.passTo(plusMinutes(collectedAt, 20 * 60));
    expect(longPlanned(late)).toEqual([]);
    expect(standing(late).map(({ key }) => key)).toContain('overdue/marrow-advisory/receipt');
  });

  it('are no matter of other products', () => expect(longPlanned(told(dayOneEnough, '09-04T04:10'))).toEqual([]));
});
