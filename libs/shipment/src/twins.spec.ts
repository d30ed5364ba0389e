import type { Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { bagOfDay, defined, dins, opening, recipientOrder, says, second, utc } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import {
  countOfAll,
  dayOneEnough,
  dayTwoNeeded,
  endForTwins,
  oneTwinShort,
  openedWith,
  plenty,
  twinBags,
  twinsServed,
  type Line,
} from './journeys.examples.js';
import { bagsInTheBox, clockedBags, destinationOf } from './overview.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

/** Whole shipments with two recipients, and the decisions that change what becomes of the cells. */

function told(lines: readonly Line[]): Story {
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('nothing is told');
  return rest.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]).says(...first));
}

const [ofR1, ofR2] = twinBags;
const part = (division: string) => `${dins[1]}/S1128V${division}`;
const count = ({ shipment }: Story) => shipment.stages['cell-count'];
const plans = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.map(({ status }) => status);
const doses = (story: Story) => count(story).verdicts.map((each) => each.doses[0]?.dose);
const causes = (story: Story) => causesOf(story.shipment).map(({ key }) => key);
const owed = (story: Story) => agendaOf(story.shipment).map(({ key }) => key);
const closedAs = ({ log }: Story) =>
  log.flatMap(({ event }) => (event.type === 'ShipmentClosed' ? [event.data.outcome] : [])).at(-1);
const at = utc('09-04T05:30');

/** 30 mL of the first twin's bag go to the second: 90 mL each. */
const shared = (when: Instant = at) =>
  saysOfBags.split(when, ofR1, [
    ['S1128VAa', 90, 'R1'],
    ['S1128VAb', 30, 'R2'],
  ]);

describe('one of two recipients short', () => {
  it('is a state of its own, which names who is served and who is not', () => {
    const story = told(oneTwinShort);
    expect(count(story)).toMatchObject({ status: 'one-short', plan: null });
    expect(doses(story)).toEqual([6.56, 4.92]);
    const cause = causesOf(story.shipment).find(({ key }) => key === 'count-short/1');
    expect(cause?.wrong).toBe('R1 is served, R2 is not. R2 gets 4.92 of 5 million CD34 per kg.');
    expect(cause?.offers.map(({ label }) => label)).toEqual([
      'Collect again tomorrow',
      'Accept less for R2',
      'Stop for R2',
    ]);
    expect(plans(story)).toEqual(['proposed', 'proposed']);
    expect(owed(story)).toContain('decision-due/1');
  });

  it('ends when a bag is shared: the parts are judged with the concentration of the whole', () => {
    const story = told(oneTwinShort).says(at, shared());
    expect(doses(story)).toEqual([4.92, 6.56]);
    expect(count(story).status).toBe('one-short');
    const evener = told(oneTwinShort).says(
      at,
      saysOfBags.split(at, ofR1, [
        ['S1128VAa', 105, 'R1'],
        ['S1128VAb', 15, 'R2'],
      ]),
    );
    expect(doses(evener)).toEqual([5.74, 5.74]);
    expect(count(evener)).toMatchObject({ status: 'enough', plan: 1 });
    expect(plans(evener)).toEqual(['confirmed', 'stood-down']);
    expect(clockedBags(evener.shipment).map(({ id, day, recipient }) => [id, day, recipient])).toEqual([
      [part('Aa'), 1, 'R1'],
      [part('Ab'), 1, 'R2'],
      [ofR2, 1, 'R2'],
    ]);
    expect(new Set(clockedBags(evener.shipment).map(({ clock }) => clock.limitAt)).size).toBe(1);
    expect(owed(evener).filter((key) => key.startsWith('bag-limit'))).not.toContain(`bag-limit/${ofR1}`);
  });

  it('keeps the plan waiting until there is a word for everyone', () => {
    const heavier = recipientOrder(5);
    const three = openedWith(oneTwinShort.slice(0, 8), {
      recipients: ['R1', 'R2', 'R3'].map((ref) => ({ ...heavier, ref, weightKg: 40 })),
    });
    const end = says.end(utc('09-04T04:05'));
    if (end.name !== 'EndCollection') throw new Error('not an end');
    const bags = [['S1128VA0', 130, 'R1'] as const, ['S1128VB0', 90, 'R2'] as const, ['S1128VC0', 80, 'R3'] as const];
    const story = told(three).says(utc('09-04T04:05'), {
      ...end,
      data: {
        ...end.data,
        bags: bags.map(([productCode, volumeMl, recipient]) => ({ productCode, volumeMl, recipient })),
      },
    });
    story.says(utc('09-04T05:15'), countOfAll(story.shipment, utc('09-04T05:15'), 1, plenty));
    story.says(at, says.decide(at, 'accept-less', ['R2']));
    expect(count(story)).toMatchObject({ status: 'one-short', acceptedFor: ['R2'], plan: null });
    expect(plans(story)).toEqual(['proposed', 'proposed']);
    story.says(at, says.decide(at, 'stop', ['R3']));
    expect(count(story)).toMatchObject({ status: 'accepted-less', stoppedFor: ['R3'], plan: 1 });
    expect(plans(story)).toEqual(['confirmed', 'stood-down']);
    expect(clockedBags(story.shipment).map(({ recipient }) => recipient)).toEqual(['R1', 'R2']);
  });

  it('accepts less for all who are short where nobody is named', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'accept-less'));
    expect(count(story)).toMatchObject({ status: 'accepted-less', acceptedFor: ['R2'] });
    expect(count(story).warnings).toEqual([]);
  });

  it('stopped for, the other flies alone and the bag stays behind', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'stop'));
    expect(count(story)).toMatchObject({ status: 'enough', stoppedFor: ['R2'], plan: 1 });
    expect(story.tries(says.pack(at, twinBags))).toBe('bags-differ');
    story.says(utc('09-04T06:10'), says.pack(utc('09-04T06:10'), [ofR1]));
    expect(story.tries(says.decide(story.now, 'accept-less'))).toBe('not-allowed-now');
  });

  it('and a stopped recipient’s bag given to the other travels with it', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'stop'));
    expect(story.tries(saysOfBags.allot(at, ofR1, 'R2'))).toBe('stopped-for-recipient');
    story.says(at, saysOfBags.allot(at, ofR2, 'R1'));
    expect(clockedBags(story.shipment).map(({ id }) => id)).toEqual([ofR1, ofR2]);
    expect(doses(story)).toEqual([11.48, 0]);
  });

  it('named again and again: a recipient that is not wanted is none to decide for', () => {
    const story = told(oneTwinShort);
    expect(story.tries(says.decide(at, 'accept-less', ['R3']))).toBe('recipients-wrong');
    expect(story.tries(says.decide(at, 'accept-less', []))).toBe('recipients-wrong');
    expect(story.tries(says.decide(at, 'accept-less', ['R2', 'R2']))).toBe('recipients-wrong');
    expect(story.tries(says.decide(at, 'collect-again', ['R2']))).toBe('recipients-wrong');
  });

  it('while a second day is collected can be stopped for all only', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'collect-again'));
    expect(plans(story)).toEqual(['stood-down', 'confirmed']);
    story.says(utc('09-05T00:05'), says.start(utc('09-05T00:05'), 2, 90));
    expect(story.tries(says.decide(story.now, 'stop', ['R2']))).toBe('recipients-wrong');
    expect(story.copy().tries(says.decide(story.now, 'stop'))).toBeUndefined();
  });

  it('decided for one while a second day is awaited, the other waits on', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'collect-again'));
    story.says(utc('09-04T07:00'), says.decide(utc('09-04T07:00'), 'accept-less', ['R2']));
    expect(count(story)).toMatchObject({ status: 'accepted-less', plan: 2 });
  });
});

describe('bags allotted anew after the flight', () => {
  const received = () => told(twinsServed.slice(0, -2));
  const later = utc('09-05T08:00');

  it('are split at the transplant centre, and each part is infused by itself; the packed list names the whole', () => {
    const story = received().says(
      later,
      saysOfBags.split(
        later,
        ofR1,
        [
          ['S1128VAa', 100, 'R1'],
          ['S1128VAb', 20, 'R2'],
        ],
        'transplant-centre',
      ),
    );
    expect(story.shipment.stages['courier-handoff'].packed?.bags).toEqual(twinBags);
    expect(bagsInTheBox(story.shipment).map(({ id }) => id)).toEqual([part('Aa'), part('Ab'), ofR2]);
    expect(story.tries(says.infuse(later, ofR1))).toBe('no-such-bag');
    for (const bag of [part('Aa'), part('Ab')]) story.says(later, says.infuse(later, bag));
    expect(story.shipment.stages.receipt.status).toBe('infusing');
    story.says(later, says.infuse(later, ofR2));
    expect(story.shipment.stages.order.status).toBe('closed');
  });

  it('make the one short who gave: less can be accepted, and nothing else', () => {
    const story = received().says(later, saysOfBags.allot(later, ofR1, 'R2'));
    expect(doses(story)).toEqual([0, 11.48]);
    expect(count(story).status).toBe('one-short');
    const cause = causesOf(story.shipment).find(({ key }) => key === 'count-short/1');
    expect(cause?.offers.map(({ label }) => label)).toEqual(['Accept less for R1']);
    expect(plans(story)).toContain('flown');
    expect(story.tries(says.decide(later, 'collect-again'))).toBe('box-is-under-way');
    story.says(later, says.decide(later, 'accept-less'));
    expect(count(story).status).toBe('accepted-less');
    expect(causes(story)).not.toContain('count-short/1');
  });

  it('and a smaller dose than was accepted is asked for again', () => {
    const story = received();
    story.says(
      later,
      saysOfBags.split(
        later,
        ofR2,
        [
          ['S1128VBa', 60, 'R2'],
          ['S1128VBb', 30, 'R1'],
        ],
        'transplant-centre',
      ),
    );
    expect(count(story)).toMatchObject({ status: 'one-short', acceptedFor: [] });
    const more = received().says(
      later,
      saysOfBags.split(
        later,
        ofR1,
        [
          ['S1128VAa', 119, 'R1'],
          ['S1128VAb', 1, 'R2'],
        ],
        'transplant-centre',
      ),
    );
    expect(count(more)).toMatchObject({ status: 'accepted-less', acceptedFor: ['R2'] });
  });
});

describe('a count that was of a bag since split', () => {
  const split = () => told(oneTwinShort).says(at, shared());
  const correct = (bags: readonly (readonly [string, number])[]): ShipmentCommand => ({
    name: 'CorrectCellCount',
    data: {
      ...{ day: 1, countedAt: { at: utc('09-04T05:20'), zone: defined(opening.data.parties.collectionCentre.zone) } },
      bags: bags.map(([bag, volumeMl]) => ({ bag, volumeMl, cd34PerUl: 1700, wbcE9PerL: null, cd3PerUl: null })),
      ...{ reason: 'counted again', evidence: 'laboratory sheet' },
    },
  });

  it('is corrected as it was counted, or by its parts, and not by a mixture', () => {
    const whole = [
      [ofR1, 120],
      [ofR2, 90],
    ] as const;
    const parts = [
      [part('Aa'), 90],
      [part('Ab'), 30],
      [ofR2, 90],
    ] as const;
    const story = split();
    expect(story.copy().tries(correct(whole))).toBeUndefined();
    expect(story.copy().tries(correct(parts))).toBeUndefined();
    expect(story.copy().tries(correct([...whole, [part('Aa'), 90]]))).toBe('bags-differ');
    story.tries(correct(whole));
    expect(doses(story)).toEqual([5.1, 6.8]);
  });

  it('and comes after a split as the count of the parts', () => {
    const early = utc('09-04T04:30');
    const story = told(oneTwinShort.slice(0, -1)).says(early, shared(early));
    story.says(at, countOfAll(story.shipment, at, 1, plenty));
    expect(doses(story)).toEqual([4.92, 6.56]);
    expect(story.log.filter(({ event }) => event.type === 'CountJudgedAnew')).toEqual([]);
  });
});

describe('a twin whose cells are stopped after the conditioning', () => {
  const inHouston = (when: Instant) => ({ at: when, zone: defined(opening.data.parties.transplantCentre.zone) });
  const r2Said = (name: 'RecordConditioningStarted' | 'PlanConditioning'): ShipmentCommand => {
    const said = { recipient: 'R2', reason: 'as the ward says' };
    return name === 'PlanConditioning'
      ? { name, data: { ...said, plannedStartAt: inHouston(utc('09-06T14:00')) } }
      : { name, data: { ...said, startedAt: inHouston(utc('09-04T05:20')), despite: null } };
  };
  const stopped = (name: 'RecordConditioningStarted' | 'PlanConditioning', ...more: readonly Line[]) =>
    [...twinsServed.slice(oneTwinShort.length + 1), ...more]
      .sort(([early], [late]) => (early < late ? -1 : early > late ? 1 : 0))
      .map(([when, command]): Line => {
        return command.name === 'PackBox' || command.name === 'RecordReceipt'
          ? [when, { ...command, data: { ...command.data, bags: [ofR1] } } as ShipmentCommand]
          : [when, command];
      })
      .slice(0, -1)
      .reduce(
        (story, [when, command]) => story.says(when, command),
        told(oneTwinShort)
          .says(utc('09-04T05:20'), r2Said(name))
          .says(at, says.decide(at, 'stop', ['R2'])),
      );

  it('is the highest alert, about that twin alone, and the infusion of the other closes nothing', () => {
    const story = stopped('RecordConditioningStarted');
    const cause = causesOf(story.shipment).find(({ key }) => key === 'patient-conditioned/stopped-for/R2');
    expect(cause?.severity).toBe('critical');
    expect(cause?.wrong).toBe('The cells for R2 stay behind, and the conditioning of R2 has started.');
    expect(cause?.offers.map(({ command }) => command)).toEqual(['NameBackup', 'CancelShipment']);
    expect(story.shipment.stages.receipt.status).toBe('infused');
    expect(story.shipment.stages.order.status).toBe('open');
    story.says(story.now, says.cancel(story.now, 'discarded-by-centre', true));
    // What R1 was given is not cancelled with the rest.
    expect(closedAs(story)).toBe('partly-infused');
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(causes(story)).toEqual(['patient-conditioned/cancelled']);
    story.says(story.now, says.partyTold(story.now, 'transplant-centre'));
    expect(causes(story)).toEqual([]);
  });

  it('stands until a person has dealt with that twin, though the cells are delivered anyway', () => {
    const cancelled = utc('09-04T06:20');
    const story = stopped('RecordConditioningStarted', [cancelled, says.cancel(cancelled, 'deliver-anyway', true)]);
    expect(story.shipment.stages.receipt.status).toBe('infused');
    expect(story.shipment.stages.order.status).toBe('open');
    expect(causes(story)).toContain('patient-conditioned/stopped-for/R2');
    expect(story.tries(says.cancel(story.now, 'none', true))).toBe('fate-of-cells-missing');
    const left = (told: Story) =>
      causesOf(told.shipment).find(({ key }) => key === 'patient-conditioned/stopped-for/R2')?.follows ?? '';
    expect(left(story)).toContain('the cells that are there');
    const frozen = story.copy().says(story.now, saysOfBags.frozen(story.now, ofR2));
    expect(left(frozen)).toContain('Left: the cells that are frozen at the collection centre.');
    story.says(story.now, saysOfBags.leftAtOrigin(story.now, ofR2));
    expect(left(story)).toContain('No backup is named');
    story.says(story.now, says.cancel(story.now, 'none', true));
    expect(closedAs(story)).toBe('partly-infused');
    expect(causes(story)).toEqual(['patient-conditioned/cancelled']);
  });

  it('has its bag frozen where it stayed, before the end and after it', () => {
    const story = told(oneTwinShort).says(at, says.decide(at, 'stop', ['R2']));
    expect(story.tries(saysOfBags.frozen(at, ofR1))).toBe('not-to-be-frozen');
    expect(story.copy().tries(saysOfBags.frozen(at, ofR2))).toBeUndefined();
    story.says(at, says.cancel(at, 'discarded-by-centre', true));
    expect(story.tries(saysOfBags.frozen(at, ofR2))).toBeUndefined();
    expect(story.shipment.stages.collection.frozen.map(({ bag }) => bag)).toEqual([ofR2]);
  });

  it('or only planned, it must not begin', () => {
    const story = stopped('PlanConditioning');
    expect(causes(story)).toContain('conditioning-must-not-begin/R2');
    expect(story.shipment.stages.order.status).toBe('open');
  });
});

describe('cells that are frozen where they were collected', () => {
  it('fly nowhere: the plans stand down, and the shipment closes with the last bag', () => {
    const story = told(twinsServed.slice(0, -8)).says(utc('09-04T06:30'), saysOfBags.freeze(utc('09-04T06:30')));
    expect(count(story)).toMatchObject({ status: 'cryopreserving', plan: null });
    expect(plans(story)).toEqual(['stood-down', 'stood-down']);
    expect(owed(story)).toEqual(expect.arrayContaining(twinBags.map((bag) => `freezing-due/${bag}`)));
    const when = utc('09-04T07:05');
    story.says(when, saysOfBags.frozen(when, ofR1));
    expect(story.tries(saysOfBags.frozen(when, ofR1))).toBe('bag-already-ended');
    expect(clockedBags(story.shipment).map(({ endedAt }) => endedAt)).toEqual([when, null]);
    story.says(when, saysOfBags.frozen(when, ofR2));
    expect(story.shipment.stages.collection.frozen.map(({ ageMinutes }) => ageMinutes)).toEqual([180, 180]);
    expect(story.shipment.stages.order.status).toBe('closed');
    const closed = story.log.map(({ event }) => event).find(({ type }) => type === 'ShipmentClosed');
    expect(closed?.data).toEqual({ outcome: 'cryopreserved' });
  });

  it('are counted still when a day was running, and its bags are waited for', () => {
    const story = told(dayTwoNeeded.slice(0, 12)).says(utc('09-05T01:00'), saysOfBags.freeze(utc('09-05T01:00')));
    const first = utc('09-05T02:00');
    story.says(first, saysOfBags.frozen(first, bagOfDay(1)));
    expect(story.shipment.stages.order.status).toBe('open');
    const end = utc('09-05T04:05');
    story.says(end, says.end(end, 2)).says(end, says.count(end, 760, 2));
    expect(count(story)).toMatchObject({ status: 'cryopreserving', counts: [{ day: 1 }, { day: 2 }] });
    story.says(end, saysOfBags.frozen(end, bagOfDay(2)));
    expect(story.shipment.stages.order.status).toBe('closed');
  });

  it('cannot be once the courier has them, nor before there are any', () => {
    expect(told(dayOneEnough.slice(0, 8)).tries(saysOfBags.freeze(utc('09-04T00:10')))).toBe('no-bags');
    const gone = told(dayOneEnough.slice(0, 13));
    expect(gone.tries(saysOfBags.freeze(gone.now))).toBe('box-is-under-way');
    expect(gone.tries(saysOfBags.frozen(gone.now, bagOfDay(1)))).toBe('not-to-be-frozen');
  });
});

describe('a box that goes elsewhere', () => {
  const underWay = () => told(dayOneEnough.slice(0, 13));

  it('is delivered there; its way is owed at once, and until it is proposed', () => {
    const story = underWay().says(utc('09-04T08:00'), saysOfBags.divert(utc('09-04T08:00')));
    expect(destinationOf(story.shipment).name).toBe('EXAMPLE Other Centre');
    expect(owed(story)).toContain('new-way-due/1');
    story.passTo(utc('09-04T08:05'));
    expect(causes(story)).toContain('overdue/new-way-due/1');
    const plan = dayOneEnough.map(([, command]) => command).find(({ name }) => name === 'ProposePlan');
    if (plan?.name !== 'ProposePlan') throw new Error('no plan was proposed');
    story.says(utc('09-04T08:10'), { ...plan, data: { ...plan.data, legs: plan.data.legs.slice(0, 1) } });
    expect(owed(story)).not.toContain('new-way-due/1');
    expect(causes(story)).not.toContain('overdue/new-way-due/1');
    const borders = story.shipment.stages['customs-clearance'].requests.map(({ id, status }) => `${id} ${status}`);
    expect(borders.filter((each) => each.startsWith('US'))).toHaveLength(1);
    story.passTo(utc('09-04T12:00'));
    const delivery = agendaOf(story.shipment).find(({ key }) => key === 'delivery-due/1');
    expect(delivery?.what).toBe('Deliver the box to EXAMPLE Other Centre');
  });

  it('back to where it came from, whatever else is said', () => {
    const story = underWay().says(utc('09-04T08:00'), saysOfBags.divert(utc('09-04T08:00'), 'return'));
    expect(destinationOf(story.shipment).name).toBe('EXAMPLE Apheresis Centre');
    expect(story.tries(saysOfBags.divert(story.now, 'return'))).toBe('goes-there-already');
  });

  it('is owed no flights once the last has landed, and none once it is delivered', () => {
    const landed = underWay().passTo(utc('09-05T06:00'));
    expect(plans(landed)[0]).toBe('flown');
    landed.says(landed.now, saysOfBags.divert(landed.now));
    expect(owed(landed)).not.toContain('new-way-due/1');
    landed.says(utc('09-05T06:50'), says.deliver(utc('09-05T06:50')));
    expect(landed.tries(saysOfBags.divert(landed.now, 'return'))).toBe('box-not-under-way');
  });

  it('only with the courier, after it was handed over, and with a place to go to', () => {
    expect(told(dayOneEnough.slice(0, 12)).tries(saysOfBags.divert(utc('09-04T06:20')))).toBe('box-not-under-way');
    const story = underWay();
    const divert = saysOfBags.divert(story.now);
    if (divert.name !== 'DivertShipment') throw new Error('not a diversion');
    const said = (change: Partial<typeof divert.data>) =>
      story.tries({ ...divert, data: { ...divert.data, ...change } });
    expect(said({ decidedAt: { ...divert.data.decidedAt, at: utc('09-04T07:00') } })).toBe('diverted-before-handover');
    expect(said({ to: null })).toBe('destination-missing');
    expect(said({ to: opening.data.parties.transplantCentre })).toBe('goes-there-already');
    expect(said({ reason: ' ' })).toBe('text-missing');
    expect(said({ confirmedBy: null })).toBe('second-person-needed');
    expect(said({ confirmedBy: { ...second, person: ' dr example' } })).toBe('second-person-needed');
    expect(said({ wordOf: { role: 'collection-physician', person: 'Dr Other' } })).toBe('not-their-word');
  });
});

describe('a collection for two, at its end', () => {
  it('has a bag for each, and each is judged alone', () => {
    const end = utc('09-04T04:05');
    const story = told(oneTwinShort.slice(0, -2)).says(end, endForTwins(end, 1, [105, 105]));
    story.says(at, countOfAll(story.shipment, at, 1, plenty));
    expect(count(story)).toMatchObject({ status: 'enough', verdicts: [{ recipient: 'R1' }, { recipient: 'R2' }] });
  });
});
