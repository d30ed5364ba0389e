import type { Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { bagOfDay, opening, proposal, says, utc } from './case-a.examples.js';
import { correcting } from './corrections.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { dayOneEnough, dayTwoNeeded, type Line } from './journeys.examples.js';
import { Story } from './story.examples.js';

/** Suspending, postponing, conditioning and cancelling, in the journey of case A. Beijing is at UTC+8. */

const told = (lines: readonly Line[], until: string): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(lines[0]?.[0] ?? utc('01-01T00:00')));
const dueAt = (story: Story, key: string): Instant | undefined =>
  agendaOf(story.shipment).find((each) => each.key === key)?.dueAt;
/** Of what is owed to the shipment: telling alerts is not. */
const kinds = (story: Story): readonly string[] =>
  [...new Set(agendaOf(story.shipment).map(({ kind }) => kind))].filter((kind) => kind !== 'tell');
const standing = ({ shipment }: Story): readonly string[] =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);
const plans = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.map((each) => each.status);
const days = ({ shipment }: Story) => shipment.stages.collection.days.map((each) => each.status);
const seats = ({ shipment }: Story) =>
  shipment.stages['flight-booking'].bookings.map(({ id, status }) => `${id} ${status}`);
const order = ({ shipment }: Story) => shipment.stages.order.status;

/** Cleared, with the seats of both plans ticketed and a courier named. */
const ready = () => told(dayOneEnough, '08-26T18:30');
const suspendedAt = utc('08-28T02:00');
const suspended = () => ready().says(suspendedAt, says.suspend(suspendedAt));

describe('a donor who is suspended when the seats are ticketed', () => {
  it('keeps the seats, and has a decision on them asked for a day before they cost', () => {
    const story = suspended();
    expect(plans(story)).toEqual(['proposed', 'proposed']);
    // UA 888 of 4 September leaves at 11:30Z and can be given up until the day before, 11:30Z.
    expect(dueAt(story, 'suspension-decision-due/1')).toBe(utc('09-02T11:30'));
    story.says(utc('08-29T02:00'), says.decideOnSuspension(utc('08-29T02:00'), 'keep'));
    expect(dueAt(story, 'suspension-decision-due/1')).toBeUndefined();
    expect(plans(story)).toEqual(['proposed', 'proposed']);
    story.says(utc('08-30T02:00'), says.clear(utc('08-30T02:00')));
    expect(seats(story).filter((each) => each.endsWith('ticketed'))).toHaveLength(4);
  });

  it('whose seats are given up misses no flights until the clearance, and can have new ones all the same', () => {
    const story = suspended();
    story.says(utc('08-29T02:00'), says.decideOnSuspension(utc('08-29T02:00'), 'give-up'));
    expect(plans(story)).toEqual(['stood-down', 'stood-down']);
    expect(dueAt(story, 'plan-due/1')).toBeUndefined();
    expect(dueAt(story, 'give-up-seats/1.0/1')).toBe(utc('09-03T10:30'));
    const again = story.copy().says(utc('08-29T03:00'), proposal(1));
    expect(plans(again)).toEqual(['proposed', 'stood-down']);
    story.says(utc('08-30T02:00'), says.clear(utc('08-30T02:00')));
    expect(dueAt(story, 'plan-due/1')).toBe(utc('08-28T00:00'));
    story.says(utc('08-30T03:00'), proposal(1));
    expect(plans(story)).toEqual(['proposed', 'stood-down']);
  });
});

describe('a collection that is postponed', () => {
  const at = utc('08-28T04:00');

  it('stands the plans down, moves what hangs on the days, and gets new flights under the same numbers', () => {
    const story = ready().says(at, says.postpone(at, '2024-09-18', '2024-09-19'));
    expect([plans(story), days(story)]).toEqual([
      ['stood-down', 'stood-down'],
      ['planned', 'reserved'],
    ]);
    expect(dueAt(story, 'plan-due/1')).toBe(utc('09-11T00:00'));
    expect(dueAt(story, 'collection-start-due/1')).toBe(utc('09-18T00:45'));
    story.says(utc('08-28T06:00'), proposal(1, 'over-sfo', 14));
    story.passTo(utc('08-28T06:00'));
    expect(plans(story)).toEqual(['proposed', 'stood-down']);
    expect(seats(story)).toContain('1.0/2 ticketed');
    expect(story.shipment.stages['customs-clearance'].requests[0]).toMatchObject({
      id: 'CN-export-PEK',
      covers: [{ plan: 1, date: '2024-09-18' }],
    });
    expect(dueAt(story, 'give-up-seats/1.0/1')).toBe(utc('09-03T10:30'));
  });

  it('to a single day wants a single plan', () => {
    const story = ready().says(at, says.postpone(at, '2024-09-18'));
    expect(story.tries(proposal(2, 'over-sfo', 14))).toBe('no-collection-day');
    expect(dueAt(story, 'plan-due/2')).toBeUndefined();
  });

  it('is refused once collecting has begun', () => {
    const begun = told(dayOneEnough, '09-04T00:05');
    expect(begun.tries(says.postpone(begun.now, '2024-09-18'))).toBe('collection-has-begun');
  });
});

/** Brought back, received, accepted, and frozen bag by bag. */
function returnedAndFrozen(story: Story): Story {
  const bags = story.shipment.stages['courier-handoff'].packed?.bags ?? [];
  const at = (time: string) => utc(`09-06T${time}`);
  story.says(at('06:50'), says.deliver(at('06:50'))).says(at('07:00'), says.receive(at('07:00'), bags));
  story.says(at('07:10'), says.accept(at('07:10')));
  return bags.reduce((told, bag) => {
    const said = says.infuse(at('07:20'), bag);
    if (said.name !== 'StartInfusion') throw new Error('another command');
    return told.says(at('07:20'), { ...said, data: { ...said.data, how: 'cryopreservation' } });
  }, story);
}

const conditionedAt = utc('08-29T14:00');
/** The journey of a patient whose conditioning starts six days before the collection. */
function conditionedFrom(lines: readonly Line[]): readonly Line[] {
  return [...lines.slice(0, 6), [conditionedAt, says.conditioned(conditionedAt)], ...lines.slice(6)];
}

describe('once a conditioning has started', () => {
  const conditioned = conditionedFrom(dayTwoNeeded);

  it('a withdrawal ends nothing by itself: the alert stands, and only what outlives the shipment is owed', () => {
    const story = told(conditioned, '08-29T14:00').says(utc('08-30T02:00'), says.nameBackup());
    story.says(utc('08-30T04:00'), says.withdraw(utc('08-30T04:00')));
    expect([order(story), standing(story)]).toEqual(['open', ['patient-conditioned/withdrawn']]);
    expect(kinds(story)).toEqual(expect.arrayContaining(['stand-down-told', 'give-up-seats']));
    expect(kinds(story)).not.toContain('courier-in-position');
    expect(story.tries(says.postpone(story.now, '2024-09-18'))).toBe('donor-withdrawn');
    expect(story.tries(says.cancel(story.now))).toBe('second-person-needed');
    story.says(utc('08-30T05:00'), says.cancel(utc('08-30T05:00'), 'none', true));
    expect(order(story)).toBe('cancelled');
    expect(standing(story)).toContain('patient-conditioned/cancelled');
    story.says(utc('08-30T05:20'), says.partyTold(utc('08-30T05:20'), 'transplant-centre'));
    expect(standing(story)).not.toContain('patient-conditioned/cancelled');
  });

  it('or is planned, a withdrawal leaves the shipment open until a person ends it', () => {
    const story = ready().says(utc('08-27T14:00'), says.planConditioning(utc('08-30T14:00')));
    story.says(utc('08-28T04:00'), says.withdraw(utc('08-28T04:00')));
    expect([order(story), standing(story)]).toEqual(['open', ['conditioning-must-not-begin']]);
    expect(dueAt(story, 'conditioning-start-due/R1')).toBe(utc('08-30T14:45'));
    story.says(utc('08-28T04:20'), says.cancel(utc('08-28T04:20')));
    expect([order(story), standing(story)]).toEqual(['cancelled', []]);
  });

  it('a count that is stopped keeps the shipment open, with the clocks of the cells that are there', () => {
    const story = told(conditioned, '09-04T05:15');
    story.says(utc('09-04T06:00'), says.decide(utc('09-04T06:00'), 'stop'));
    expect([order(story), standing(story)]).toEqual(['open', ['patient-conditioned/count-stopped']]);
    expect(dueAt(story, `bag-limit/${bagOfDay(1)}`)).toBe(utc('09-07T04:05'));
    const [cause] = causesOf(story.shipment);
    expect(cause?.offers.map(({ command }) => command)).toEqual([
      'NameBackup',
      'CryopreserveAtOrigin',
      'CancelShipment',
    ]);
    const frozen = story.copy().says(utc('09-04T06:20'), saysOfBags.freeze(utc('09-04T06:20')));
    expect([order(frozen), standing(frozen)]).toEqual(['open', ['patient-conditioned/frozen-at-origin']]);
    frozen.says(utc('09-04T06:30'), saysOfBags.frozen(utc('09-04T06:30'), bagOfDay(1)));
    expect(order(frozen)).toBe('open');
    story.says(utc('09-04T07:00'), says.cancel(utc('09-04T07:00'), 'cryopreserve-at-origin', true));
    expect([order(story), dueAt(story, `bag-limit/${bagOfDay(1)}`)]).toEqual(['cancelled', undefined]);
    expect(dueAt(story, `freezing-due/${bagOfDay(1)}`)).toBe(utc('09-04T09:00'));
    story.says(utc('09-04T07:30'), saysOfBags.frozen(utc('09-04T07:30'), bagOfDay(1)));
    expect(kinds(story)).not.toContain('freezing-due');
  });

  it('and was not known of until the shipment had ended by itself, it is taken, and the patient stands as the highest alert until a backup is confirmed', () => {
    const story = told(dayTwoNeeded, '09-04T05:15');
    story.says(utc('09-04T06:00'), says.decide(utc('09-04T06:00'), 'stop'));
    expect([order(story), standing(story)]).toEqual(['stopped', []]);
    expect(story.tries(says.nameBackup())).toBe('shipment-ended');
    expect(story.tries(says.planConditioning(utc('09-12T14:00')))).toBe('shipment-ended');
    story.says(utc('09-04T06:10'), says.told(utc('09-04T06:10'), 2));
    story.says(utc('09-04T08:00'), says.conditioned(utc('08-29T14:00')));
    expect([order(story), standing(story)]).toEqual(['stopped', ['patient-conditioned/count-stopped']]);
    expect(causesOf(story.shipment)[0]).toMatchObject({ severity: 'critical' });
    expect(causesOf(story.shipment)[0]?.offers.map(({ command }) => command)).toEqual(['NameBackup']);
    const mistaken = story.copy().says(story.now, says.planConditioning(utc('09-12T14:00')));
    expect([order(mistaken), standing(mistaken)]).toEqual(['stopped', []]);
    story.says(story.now, says.nameBackup()).says(story.now, says.callUponBackup(story.now));
    expect(standing(story)).toEqual(['patient-conditioned/count-stopped']);
    story.says(story.now, says.callUponBackup(story.now, 'the registry'));
    expect([order(story), standing(story)]).toEqual(['stopped', []]);
  });

  it('and is learned of after the patient had their cells, it is taken, and is no alert', () => {
    const story = told(dayOneEnough, '12-31T00:00').says(utc('10-01T08:00'), says.conditioned(utc('08-29T14:00')));
    expect([order(story), standing(story)]).toEqual(['closed', []]);
  });

  it('a freezing at origin is an emergency from its decision on, and closes nothing by itself', () => {
    const story = told(conditioned, '09-04T05:15');
    story.says(utc('09-04T06:00'), saysOfBags.freeze(utc('09-04T06:00')));
    expect(standing(story)).toEqual(['patient-conditioned/frozen-at-origin']);
    expect(dueAt(story, `freezing-due/${bagOfDay(1)}`)).toBeDefined();
    story.says(utc('09-04T06:20'), saysOfBags.frozen(utc('09-04T06:20'), bagOfDay(1)));
    expect([order(story), standing(story)]).toEqual(['open', ['patient-conditioned/frozen-at-origin']]);
    expect(kinds(story)).not.toContain('freezing-due');
    const cause = causesOf(story.shipment).find(({ key }) => key === 'patient-conditioned/frozen-at-origin');
    expect(cause?.follows).toContain('the cells that are frozen at the collection centre');
    story.says(utc('09-04T06:40'), says.cancel(utc('09-04T06:40'), 'cryopreserve-at-origin', true));
    expect([order(story), standing(story)]).toEqual(['cancelled', ['patient-conditioned/cancelled']]);
  });

  it('or is planned, it must not begin over cells that are frozen', () => {
    const story = told([...conditioned.slice(0, 6), ...conditioned.slice(7)], '09-04T05:15');
    story.says(utc('09-04T05:30'), says.planConditioning(utc('09-06T14:00')));
    story.says(utc('09-04T06:00'), saysOfBags.freeze(utc('09-04T06:00')));
    expect(standing(story)).toEqual(['conditioning-must-not-begin']);
    story.says(utc('09-04T07:00'), saysOfBags.frozen(utc('09-04T07:00'), bagOfDay(1)));
    expect(order(story)).toBe('open');
  });

  it('a refused product does not stop the shipment with its last limit', () => {
    const story = told(conditioned, '09-06T07:00').says(utc('09-06T07:20'), says.refuse(utc('09-06T07:20')));
    expect(standing(story)).toEqual(expect.arrayContaining(['product-refused', 'patient-conditioned/product-refused']));
    story.passTo(utc('09-10T00:00'));
    expect(order(story)).toBe('open');
    story.says(utc('09-10T01:00'), says.cancel(utc('09-10T01:00'), 'discarded-by-centre', true));
    expect(order(story)).toBe('cancelled');
  });

  it('a postponement is an emergency until collecting begins on the new days', () => {
    const story = told(conditioned, '08-29T14:00');
    story.says(utc('08-30T02:00'), says.postpone(utc('08-30T02:00'), '2024-09-25', '2024-09-26'));
    const cause = causesOf(story.shipment).find(({ key }) => key === 'patient-conditioned/postponed');
    expect(cause).toMatchObject({ severity: 'critical', until: utc('09-25T00:00') });
    expect(cause?.offers.map(({ command }) => command)).toEqual(['NameBackup', 'PostponeCollection']);
    const backed = story.copy().says(story.now, says.nameBackup()).says(story.now, says.callUponBackup(story.now));
    expect(standing(backed)).toContain('patient-conditioned/postponed');
    backed.says(backed.now, says.callUponBackup(backed.now, 'Registry officer'));
    expect(standing(backed)).not.toContain('patient-conditioned/postponed');
    backed.says(backed.now, says.withdrawBackup());
    expect(standing(backed)).toContain('patient-conditioned/postponed');
    story.says(utc('09-25T00:05'), says.start(utc('09-25T00:05')));
    expect(standing(story)).not.toContain('patient-conditioned/postponed');
    const before = ready().says(utc('08-28T02:00'), says.postpone(utc('08-28T02:00'), '2024-09-25', '2024-09-26'));
    before.says(conditionedAt, says.conditioned(conditionedAt));
    expect(standing(before)).not.toContain('patient-conditioned/postponed');
  });

  it('a box that is sent back is an emergency, and its freezing there no infusion', () => {
    const story = told(conditioned, '09-05T07:20');
    expect(story.shipment.stages['courier-handoff'].status).toBe('in-custody');
    story.says(utc('09-05T11:00'), saysOfBags.divert(utc('09-05T11:00'), 'return'));
    expect(standing(story)).toContain('patient-conditioned/returned');
    const cause = causesOf(story.shipment).find(({ key }) => key === 'patient-conditioned/returned');
    expect(cause?.offers.map(({ command }) => command)).toEqual(['NameBackup', 'DivertShipment', 'CancelShipment']);
    const home = story
      .copy()
      .passTo(utc('09-06T06:50'))
      .says(utc('09-06T06:50'), says.deliver(utc('09-06T06:50')));
    const ways = causesOf(home.shipment).find(({ key }) => key === 'patient-conditioned/returned')?.offers;
    expect(ways?.map(({ command }) => command)).toEqual(['NameBackup', 'CancelShipment']);
    const frozen = returnedAndFrozen(story);
    expect([order(frozen), standing(frozen)]).toEqual([
      'open',
      expect.arrayContaining(['patient-conditioned/returned']),
    ]);
    frozen.says(frozen.now, says.cancel(frozen.now, 'discarded-by-centre', true));
    expect(order(frozen)).toBe('cancelled');
  });

  it('and without a patient who waits, a box that was sent back and frozen is cryopreserved', () => {
    const story = told(dayTwoNeeded, '09-05T07:20').says(
      utc('09-05T11:00'),
      saysOfBags.divert(utc('09-05T11:00'), 'return'),
    );
    const closed = returnedAndFrozen(story)
      .log.map(({ event }) => event)
      .find(({ type }) => type === 'ShipmentClosed');
    expect(closed?.data).toEqual({ outcome: 'cryopreserved' });
  });

  it('an infusion closes it as ever', () => {
    expect(order(told(conditioned, '09-06T11:25'))).toBe('closed');
  });
});

describe('a cancellation', () => {
  it('while collecting runs waits for its end, and closes with the word that it was broken off', () => {
    const story = told(dayOneEnough, '09-04T00:05');
    story.says(utc('09-04T01:00'), says.cancel(utc('09-04T01:00'), 'none', true));
    expect([order(story), days(story), plans(story)]).toEqual([
      'open',
      ['running', 'stood-down'],
      ['stood-down', 'stood-down'],
    ]);
    expect(kinds(story)).toContain('stand-down-told');
    story.says(utc('09-04T01:20'), says.partyTold(utc('09-04T01:20'), 'collection-centre'));
    expect(kinds(story)).not.toContain('stand-down-told');
    expect(dueAt(story, 'collection-end-due/1')).toBe(utc('09-04T05:50'));
    story.says(utc('09-04T01:30'), says.breakOff(utc('09-04T01:30')));
    expect([order(story), days(story), kinds(story)]).toEqual([
      'cancelled',
      ['broken-off', 'stood-down'],
      expect.not.arrayContaining(['collection-end-due', 'stand-down-told']),
    ]);
  });

  it('that has the cells delivered ends with the word that none came, and nothing is planned again', () => {
    const cancelAt = utc('09-04T00:30');
    const story = told(dayOneEnough, '09-04T00:05').says(cancelAt, says.cancel(cancelAt, 'deliver-anyway', true));
    expect([order(story), days(story), plans(story)]).toEqual([
      'open',
      ['running', 'stood-down'],
      ['proposed', 'proposed'],
    ]);
    const off = story.copy().says(utc('09-04T01:00'), says.breakOff(utc('09-04T01:00')));
    expect([order(off), plans(off)]).toEqual(['cancelled', ['stood-down', 'stood-down']]);
    expect(kinds(off)).not.toContain('collection-start-due');
    story.says(utc('09-04T04:05'), says.end(utc('09-04T04:05')));
    expect([order(story), kinds(story)]).toEqual(['open', expect.arrayContaining(['count-due', 'bag-limit'])]);
  });

  it('that has the cells delivered to a conditioned patient, of whom none came, waits for a person', () => {
    const story = told(conditionedFrom(dayOneEnough), '09-04T00:05');
    story.says(utc('09-04T00:30'), says.cancel(utc('09-04T00:30'), 'deliver-anyway', true));
    story.says(utc('09-04T01:00'), says.breakOff(utc('09-04T01:00')));
    expect(order(story)).toBe('open');
    story.says(utc('09-04T01:10'), says.cancel(utc('09-04T01:10'), 'none', true));
    expect([order(story), standing(story)]).toEqual(['cancelled', ['patient-conditioned/cancelled']]);
  });

  const cancelledWhileRunning = (cells: Parameters<typeof says.cancel>[1]) => {
    const story = told(dayOneEnough, '09-04T00:05').says(
      utc('09-04T01:00'),
      says.cancel(utc('09-04T01:00'), cells, true),
    );
    return story.says(utc('09-04T04:05'), says.end(utc('09-04T04:05')));
  };

  const afterwards = ['parties-told', 'stand-down-told', 'give-up-seats'];

  it('while collecting runs takes the bags that come all the same, and has asked what becomes of them', () => {
    const story = cancelledWhileRunning('none');
    expect([order(story), days(story)]).toEqual(['open', ['ended', 'stood-down']]);
    expect(dueAt(story, 'fate-of-cells-due')).toBe(utc('09-04T04:05'));
    expect(dueAt(story, `bag-limit/${bagOfDay(1)}`)).toBe(utc('09-07T04:05'));
    story.passTo(utc('09-04T04:10'));
    expect(standing(story)).toContain('overdue/fate-of-cells-due');
    const at = utc('09-04T04:20');
    const frozen = story.copy().says(at, says.cancel(at, 'cryopreserve-at-origin', true));
    expect([order(frozen), dueAt(frozen, `freezing-due/${bagOfDay(1)}`)]).toEqual(['cancelled', utc('09-04T06:20')]);
    const unused = story.copy().says(at, saysOfBags.leftAtOrigin(at, bagOfDay(1)));
    expect([order(unused), kinds(unused)]).toEqual(['cancelled', afterwards]);
    expect(unused.tries(saysOfBags.leftAtOrigin(at, bagOfDay(1)))).toBe('bag-already-ended');
    story.says(at, says.cancel(at, 'deliver-anyway', true));
    expect([order(story), standing(story)]).toEqual([
      'open',
      expect.not.arrayContaining(['overdue/fate-of-cells-due']),
    ]);
    expect(kinds(story)).toEqual(expect.arrayContaining(['count-due', 'bag-limit', 'plan-due']));
  });

  it('while collecting runs leaves what comes to be frozen from its own end on, or to nothing', () => {
    const freezing = cancelledWhileRunning('cryopreserve-at-origin');
    expect([order(freezing), dueAt(freezing, `freezing-due/${bagOfDay(1)}`)]).toEqual([
      'cancelled',
      utc('09-04T06:05'),
    ]);
    freezing.says(utc('09-04T05:00'), saysOfBags.leftAtOrigin(utc('09-04T05:00'), bagOfDay(1)));
    expect(kinds(freezing)).not.toContain('freezing-due');
    const discarded = cancelledWhileRunning('discarded-by-centre');
    expect([order(discarded), kinds(discarded)]).toEqual(['cancelled', afterwards]);
  });

  it('while collecting runs whose cells are delivered anyway is counted and flies as planned', () => {
    const story = cancelledWhileRunning('deliver-anyway');
    expect([order(story), days(story), plans(story)]).toEqual([
      'open',
      ['ended', 'stood-down'],
      ['proposed', 'proposed'],
    ]);
    story.says(utc('09-04T05:15'), says.count(utc('09-04T05:15'), 1640));
    expect(plans(story)).toEqual(['confirmed', 'stood-down']);
  });

  it('whose cells are delivered anyway goes on to its end with one day, and can be stated anew on the way', () => {
    const story = told(dayTwoNeeded, '09-04T05:15');
    story.says(utc('09-04T06:00'), says.cancel(utc('09-04T06:00'), 'deliver-anyway', true));
    expect([order(story), days(story)]).toEqual(['open', ['ended', 'stood-down']]);
    expect(story.tries(says.decide(story.now, 'collect-again'))).toBe('no-second-day');
    const stopped = story.copy().says(utc('09-04T07:00'), says.decide(utc('09-04T07:00'), 'stop'));
    expect(order(stopped)).toBe('cancelled');
    story.says(utc('09-04T07:00'), says.decide(utc('09-04T07:00'), 'accept-less'));
    expect(plans(story)).toEqual(['confirmed', 'stood-down']);
    story.says(utc('09-04T07:30'), says.cancel(utc('09-04T07:30'), 'discarded-by-centre', true));
    expect([order(story), plans(story)]).toEqual(['cancelled', ['stood-down', 'stood-down']]);
  });

  it('after a second day was called up does not collect it any more', () => {
    const story = told(dayTwoNeeded, '09-04T08:12');
    story.says(utc('09-04T09:00'), says.cancel(utc('09-04T09:00'), 'deliver-anyway', true));
    expect([days(story), standing(story)]).toEqual([
      ['ended', 'stood-down'],
      expect.arrayContaining(['second-day-lost']),
    ]);
    story.says(utc('09-04T09:10'), says.decide(utc('09-04T09:10'), 'accept-less'));
    expect(plans(story)).toEqual(['stood-down', 'confirmed']);
  });

  it('leaves it to be said what becomes of a box that is under way', () => {
    const story = told(dayOneEnough, '09-04T07:10');
    story.says(utc('09-04T08:00'), says.cancel(utc('09-04T08:00'), 'discarded-by-centre', true));
    expect([order(story), kinds(story).includes('freezing-due')]).toEqual(['cancelled', false]);
    story.passTo(utc('09-05T06:50'));
    expect(story.tries(says.deliver(utc('09-05T06:50')))).toBeUndefined();
    expect(story.shipment.stages['courier-handoff'].status).toBe('delivered');
  });

  it('whose reason was wrongly said is corrected after the end too; what becomes of the cells is not', () => {
    const at = utc('08-12T15:00');
    const word = says.cancel(at);
    const story = new Story(utc('08-12T14:30')).says(utc('08-12T14:30'), opening).says(at, word);
    if (word.name !== 'CancelShipment') throw new Error('another command');
    const fact = story.log.find(({ event }) => event.type === 'ShipmentCancelled')?.seq ?? 0;
    const corrected = (change: Partial<typeof word.data>) =>
      correcting(fact, { ...word, data: { ...word.data, ...change } });
    expect(story.tries(corrected({ cells: 'discarded-by-centre' }))).toBe('another-fact');
    expect(story.tries(corrected({ code: 'patient-died' }))).toBeUndefined();
    expect(story.shipment.stages.order).toMatchObject({ status: 'cancelled', cancellation: { code: 'patient-died' } });
  });

  it('of a shipment that has ended is refused', () => {
    const story = told(dayOneEnough, '09-05T10:40');
    expect(story.tries(says.cancel(story.now, 'discarded-by-centre', true))).toBe('shipment-ended');
  });

  it('of a shipment that was only just opened owes the parties the word, and nothing else but the days', () => {
    const story = new Story(utc('08-12T14:30')).says(utc('08-12T14:30'), opening);
    story.says(utc('08-12T15:00'), says.cancel(utc('08-12T15:00')));
    expect(kinds(story)).toEqual(['parties-told', 'stand-down-told']);
  });
});
