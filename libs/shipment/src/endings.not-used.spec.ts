import type { Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { leftWithout } from './cells-done.js';
import { bagOfDay, houston, recipientOrder, says, utc } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { afterAll } from './good-faith.examples.js';
import { dayOneEnough, dayTwoNeeded, openedWith, twinBags, twinsServed, type Line } from './journeys.examples.js';
import { clockedBags } from './overview.js';
import { defaultPolicy } from './policy.js';
import type { ShipmentCommand } from './shipment.js';
import { spearDraftOf } from './spear-draft.js';
import { Story } from './story.examples.js';

/** Bags that nobody is given, and cells that are kept frozen where they came to. */

const told = (lines: readonly Line[], until = '12-31T00:00'): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(lines[0]?.[0] ?? utc('01-01T00:00')));
const order = ({ shipment }: Story) => shipment.stages.order.status;
const outcome = ({ log }: Story) =>
  log.flatMap(({ event }) => (event.type === 'ShipmentClosed' ? [event.data.outcome] : [])).at(-1);
const keys = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const causes = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const offers = ({ shipment }: Story, key: string) =>
  causesOf(shipment)
    .find((each) => each.key === key)
    ?.offers.map(({ command, prefill }) => [command, prefill['bag']].join(' ').trim());
const frozenHere = (at: string, bag: string): ShipmentCommand => {
  const said = says.infuse(utc(at), bag);
  if (said.name !== 'StartInfusion') throw new Error('another command');
  return { ...said, data: { ...said.data, how: 'cryopreservation' } };
};
const saysOfFollowUp = (at: Instant): ShipmentCommand => ({
  name: 'RecordFollowUp',
  data: {
    ...{ recipient: 'R1', day: 28, answeredAt: { at, zone: houston }, engrafted: 'yes' },
    ...{ neutrophilsOn: null, plateletsOn: null, words: null },
  },
});
const reallyFrozen = (bag: string): ShipmentCommand => ({
  name: 'CorrectInfusionStart',
  data: {
    ...{ bag, startedAt: { at: utc('09-05T10:40'), zone: houston }, how: 'cryopreservation', volumeInfusedMl: null },
    ...{ reason: 'the wrong form', evidence: 'laboratory sheet' },
  },
});
const conditioned = (lines: readonly Line[], recipient = 'R1'): readonly Line[] => {
  const at = utc('08-29T14:00');
  const said: ShipmentCommand = {
    name: 'RecordConditioningStarted',
    data: { recipient, startedAt: { at, zone: houston }, despite: null, reason: null },
  };
  return [...lines.slice(0, 6), [at, said], ...lines.slice(6)];
};
const followsOf = ({ shipment }: Story) =>
  causesOf(shipment).flatMap(({ key, follows }) => (key === 'count-short/1' ? [follows] : []));
const [, ofR2] = twinBags;

describe('a bag that is not used after the other was infused', () => {
  const infused = () => told(dayTwoNeeded, '09-06T10:40');

  it('is offered once its limit has rung, and closes the shipment as infused', () => {
    const story = infused().passTo(utc('09-08T05:00'));
    const [, second] = [bagOfDay(1), bagOfDay(2)];
    expect(order(story)).toBe('open');
    expect(offers(story, `overdue/bag-limit/${second}`)).toEqual([`RecordBagNotUsed ${second}`]);
    expect(offers(story, 'overdue/infusion-due')).toEqual([`StartInfusion ${second}`, `RecordBagNotUsed ${second}`]);
    story.says(story.now, says.leave(story.now, second));
    expect([order(story), outcome(story)]).toEqual(['closed', 'infused']);
    expect(keys(story).filter((key) => !key.startsWith('follow-up/'))).toEqual([]);
    expect(causes(story)).toEqual([]);
    expect(clockedBags(story.shipment).map(({ endedAt }) => endedAt)).toEqual([utc('09-06T10:40'), story.now]);
  });

  it('is no task of anybody before its limit', () => {
    const limit = agendaOf(infused().shipment).find(({ key }) => key === `bag-limit/${bagOfDay(2)}`);
    expect(limit).toMatchObject({ does: 'ring', offers: [] });
  });

  it('stands in the draft of a report with the reason', () => {
    const story = infused();
    story.says(story.now, says.leave(story.now, bagOfDay(2))).says(story.now, {
      name: 'OpenDeviation',
      data: {
        ...{ kind: 'late', words: 'past its limit', seriousness: null },
        happenedAt: { at: story.now, zone: houston },
      },
    });
    const draft = spearDraftOf(story.shipment, 'D1');
    expect(draft?.bags.map(({ ended }) => ended?.how)).toEqual(['infusion', 'not-used']);
    expect(draft?.happened.at(-1)?.what).toBe(`Not used, ${bagOfDay(2)}: past its limit`);
  });
});

describe('a shipment none of whose cells are used', () => {
  const refused = (lines: readonly Line[] = dayOneEnough) =>
    told(lines, '09-05T07:00').says(utc('09-05T07:20'), says.refuse(utc('09-05T07:20')));

  it('stops with the word on its last bag, before any limit', () => {
    const story = refused();
    expect(offers(story, 'product-refused')).toContain(`RecordBagNotUsed ${bagOfDay(1)}`);
    story.says(utc('09-05T08:00'), says.leave(utc('09-05T08:00'), bagOfDay(1)));
    expect([order(story), outcome(story), story.shipment.stages.receipt.status]).toEqual([
      'stopped',
      'stopped',
      'not-used',
    ]);
  });

  it('may be accepted after all, though it has stopped', () => {
    const at = utc('09-05T08:00');
    const story = refused().says(at, says.leave(at, bagOfDay(1)));
    expect([order(story), story.tries(says.accept(at))]).toEqual(['stopped', 'deviation-not-stated']);
    story.says(at, afterAll(at));
    expect(story.shipment.stages.receipt).toMatchObject({ status: 'not-used', refusedFor: null, acceptedAt: { at } });
    expect(story.tries(afterAll(at))).toBe('shipment-ended');
  });

  it('or one of which is not used and the other refused, stops with the limit of the other', () => {
    const story = told(dayTwoNeeded, '09-06T07:00').says(utc('09-06T07:20'), says.refuse(utc('09-06T07:20')));
    story.says(utc('09-06T08:00'), says.leave(utc('09-06T08:00'), bagOfDay(1)));
    expect(order(story.passTo(utc('09-08T04:04')))).toBe('open');
    expect(order(story.passTo(utc('09-08T04:06')))).toBe('stopped');
  });

  it('is ended by a person alone where a patient is conditioned: that is the highest alert', () => {
    const story = refused(conditioned(dayOneEnough));
    const at = utc('09-05T08:00');
    story.says(at, says.leave(at, bagOfDay(1)));
    expect([order(story), causes(story)]).toEqual([
      'open',
      ['patient-conditioned/not-used/R1', 'serious-deviation/D1'],
    ]);
    expect(offers(story, 'patient-conditioned/not-used/R1')).toEqual(['NameBackup', 'CancelShipment']);
    const used = story.copy();
    expect(used.tries(says.infuse(at, bagOfDay(1)))).toBe('product-not-accepted');
    used.says(at, afterAll(at)).says(at, says.infuse(at, bagOfDay(1)));
    expect([order(used), outcome(used)]).toEqual(['closed', 'infused']);
    expect(used.shipment.stages.receipt).toMatchObject({ status: 'infused', acceptedAt: { at } });
    story.says(at, says.cancel(at, 'none', true));
    expect([order(story), outcome(story)]).toEqual(['cancelled', 'cancelled']);
    expect(causes(story)).toEqual(['patient-conditioned/cancelled', 'serious-deviation/D1']);
  });

  it('must not let a conditioning begin that is planned', () => {
    const plan = utc('09-06T14:00');
    const story = refused().says(utc('09-05T07:40'), says.planConditioning(plan));
    story.says(utc('09-05T08:00'), says.leave(utc('09-05T08:00'), bagOfDay(1)));
    expect([order(story), causes(story)]).toEqual(['open', expect.arrayContaining(['conditioning-must-not-begin/R1'])]);
  });
});

describe('after the physician’s word that X-rayed cells are not used', () => {
  it('the bags can be recorded as not used once the centre has them', () => {
    const at = { at: utc('09-04T09:00'), zone: houston };
    const story = told(dayOneEnough, '09-04T07:10').says(at.at, {
      name: 'RecordScanned',
      data: { exemption: '1/0/PEK', scannedAt: at, reason: 'by force' },
    });
    story.says(at.at, {
      name: 'RecordScanDecision',
      data: {
        exemption: '1/0/PEK',
        decision: 'do-not-use',
        physician: 'Dr Example',
        decidedAt: at,
        reason: 'dose too high',
      },
    });
    expect(offers(story, 'scanned-not-used/1/0/PEK')).toEqual(['RecordScanDecision']);
    story.says(utc('09-05T06:50'), says.deliver(utc('09-05T06:50')));
    story.says(utc('09-05T07:00'), says.receive(utc('09-05T07:00'), [bagOfDay(1)]));
    expect(offers(story, 'scanned-not-used/1/0/PEK')).toEqual([
      'RecordScanDecision',
      `RecordBagNotUsed ${bagOfDay(1)}`,
    ]);
  });
});

describe('twins, one of whom is given no cells', () => {
  const oneInfused = (recipient = 'R2') => told(conditioned(twinsServed, recipient), '09-05T10:40');

  it('because the bag is not used, keep the shipment open over the conditioned one', () => {
    const story = oneInfused().says(utc('09-05T11:00'), says.leave(utc('09-05T11:00'), ofR2));
    expect([order(story), causes(story)]).toEqual(['open', ['patient-conditioned/not-used/R2', 'count-short/1']]);
    story.says(story.now, says.cancel(story.now, 'none', true));
    expect([order(story), outcome(story)]).toEqual(['closed', 'partly-infused']);
  });

  it('close it where only the one who was served is conditioned, once a person has accepted that the other gets none', () => {
    const story = oneInfused('R1').says(utc('09-05T11:00'), says.leave(utc('09-05T11:00'), ofR2));
    expect([order(story), causes(story)]).toEqual(['open', ['count-short/1']]);
    const short = causesOf(story.shipment).find(({ key }) => key === 'count-short/1');
    expect(short?.wrong).toContain('R1 is served, R2 is not. R2 gets 0 of 5');
    expect(short?.follows).toBe('Accept less: no other cells are there.');
    expect(short?.offers.map(({ label }) => label)).toEqual(['Accept less for R2']);
    story.says(utc('09-05T11:30'), says.decide(utc('09-05T11:30'), 'accept-less', ['R2']));
    expect([order(story), outcome(story)]).toEqual(['closed', 'infused']);
  });

  it('are judged by the bags that are used, also when those are shared afterwards', () => {
    const at = utc('09-05T08:00');
    const doses = ({ shipment }: Story) =>
      shipment.stages['cell-count'].verdicts.map((each) => each.doses.map(({ dose }) => dose));
    const story = told(twinsServed, '09-05T07:45');
    expect(doses(story)).toEqual([[6.56], [4.92]]);
    story.says(at, says.leave(at, ofR2));
    expect(doses(story)).toEqual([[6.56], [0]]);
    expect(followsOf(story)).toEqual(['Split or re-allot a bag, or accept less: the box has arrived.']);
    const shared = [
      ['S1128VAa', 90, 'R1'],
      ['S1128VAb', 30, 'R2'],
    ] as const;
    story.says(at, saysOfBags.split(at, twinBags[0], shared, 'transplant-centre'));
    expect(doses(story)).toEqual([[4.92], [1.64]]);
    expect(story.shipment.stages['cell-count']).toMatchObject({ status: 'short', acceptedFor: [] });
  });

  /** The one bag of the first day is for R1; R2 is conditioned. */
  const oneBagAlone = (decided: (at: Instant) => ShipmentCommand) => {
    const alone = openedWith(conditioned(dayOneEnough, 'R2'), {
      recipients: [recipientOrder(5), { ...recipientOrder(5), ref: 'R2' }],
      policy: { ...defaultPolicy, travelTogether: { value: 'may-part', source: 'EXAMPLE', mark: 'site' } },
    });
    const at = utc('09-04T05:20');
    return told(
      alone
        .filter(([, { name }]) => name !== 'RecordStandDownTold')
        .flatMap((line): readonly Line[] => (line[1].name === 'RecordCellCount' ? [line, [at, decided(at)]] : [line])),
    );
  };

  it('because none came for them, keep it open as well', () => {
    const story = oneBagAlone((at) => says.decide(at, 'accept-less', ['R2']));
    expect([order(story), causes(story)]).toEqual([
      'open',
      expect.arrayContaining(['patient-conditioned/none-came/R2']),
    ]);
  });

  it('because theirs go by the shipment that follows, close it', () => {
    const story = oneBagAlone((at) => says.decide(at, 'ship-day-1-early'));
    expect([order(story), outcome(story), leftWithout(story.shipment)]).toEqual(['closed', 'infused', []]);
  });
});

describe('cells that are frozen at the transplant centre', () => {
  it('close the shipment where nobody is prepared', () => {
    const story = told(dayOneEnough, '09-05T07:30').says(utc('09-05T08:00'), frozenHere('09-05T08:00', bagOfDay(1)));
    expect([order(story), outcome(story)]).toEqual(['closed', 'cryopreserved']);
    // They are infused whenever they are needed, which the record takes after the end as well.
    story.says(utc('09-20T08:00'), says.infuse(utc('09-20T08:00'), bagOfDay(1)));
    expect(story.tries(says.infuse(story.now, bagOfDay(1)))).toBe('shipment-ended');
    expect(keys(story)).toContain('follow-up/R1/28');
  });

  it('close nothing over a conditioned patient but by their infusion, or by a person', () => {
    const story = told(conditioned(dayOneEnough), '09-05T07:30');
    story.says(utc('09-05T08:00'), frozenHere('09-05T08:00', bagOfDay(1)));
    expect([order(story), causes(story)]).toEqual(['open', ['patient-conditioned/frozen-at-centre/R1']]);
    expect(offers(story, 'patient-conditioned/frozen-at-centre/R1')).toEqual([
      `StartInfusion ${bagOfDay(1)}`,
      'NameBackup',
      'CancelShipment',
    ]);
    const ended = story.copy().says(story.now, says.cancel(story.now, 'none', true));
    expect(order(ended)).toBe('cancelled');
    story.says(utc('09-06T08:00'), says.infuse(utc('09-06T08:00'), bagOfDay(1)));
    expect([order(story), outcome(story), causes(story)]).toEqual(['closed', 'infused', []]);
  });

  it('stand as the highest alert after the end, where what was told as an infusion proves to have been a freezing', () => {
    const bag = bagOfDay(1);
    const alert = 'patient-conditioned/frozen-at-centre/R1';
    const story = told(conditioned(dayOneEnough));
    expect([order(story), causes(story)]).toEqual(['closed', []]);
    story.says(utc('10-04T08:00'), saysOfFollowUp(utc('10-04T08:00'))).says(utc('10-05T08:00'), reallyFrozen(bag));
    expect([order(story), causes(story)]).toEqual(['closed', [alert]]);
    expect(causesOf(story.shipment)[0]).toMatchObject({ severity: 'critical' });
    // What is offered is taken: a shipment that has ended is not cancelled.
    expect(offers(story, alert)).toEqual([`StartInfusion ${bag}`, 'NameBackup']);
    expect(keys(story)).not.toContainEqual(expect.stringContaining('follow-up/'));
    story.says(utc('10-06T08:00'), says.infuse(utc('10-06T08:00'), bag));
    expect([order(story), causes(story)]).toEqual(['closed', []]);
    // What was answered of the infusion that never was is asked of this one.
    expect(keys(story)).toContain('follow-up/R1/28');
  });

  it('are no alert after the end where nobody is prepared', () => {
    const story = told(dayOneEnough).says(utc('09-06T08:00'), reallyFrozen(bagOfDay(1)));
    expect([order(story), causes(story)]).toEqual(['closed', []]);
  });

  it('leave a conditioning that is planned to begin, and close nothing before', () => {
    const story = told(dayOneEnough, '09-05T07:30').says(utc('09-05T07:40'), says.planConditioning(utc('09-12T14:00')));
    story.says(utc('09-05T08:00'), frozenHere('09-05T08:00', bagOfDay(1)));
    expect([order(story), causes(story)]).toEqual(['open', []]);
    expect(keys(story)).toContain('conditioning-start-due/R1');
  });
});

describe('a bag that stays where it was collected', () => {
  const at = utc('09-04T06:00');

  it('is frozen or not used after a plain stop, which is a fact that needs no decision of its own', () => {
    const story = told(conditioned(dayOneEnough), '09-04T04:05').says(
      utc('09-04T05:15'),
      says.count(utc('09-04T05:15'), 1074),
    );
    expect(story.tries(saysOfBags.leftAtOrigin(story.now, bagOfDay(1)))).toBe('is-to-travel');
    story.says(at, says.decide(at, 'stop'));
    const frozen = story.copy();
    expect(frozen.tries(saysOfBags.frozen(at, bagOfDay(1)))).toBeUndefined();
    expect(keys(frozen)).not.toContain(`bag-limit/${bagOfDay(1)}`);
    story.passTo(utc('09-07T04:10'));
    expect(offers(story, `overdue/bag-limit/${bagOfDay(1)}`)).toEqual([`RecordNotUsedAtOrigin ${bagOfDay(1)}`]);
    story.says(story.now, saysOfBags.leftAtOrigin(story.now, bagOfDay(1)));
    expect(keys(story)).not.toContain(`bag-limit/${bagOfDay(1)}`);
    expect(order(story)).toBe('open');
  });

  it('that was to be frozen stops the shipment when none is kept', () => {
    const story = told(dayOneEnough, '09-04T05:15').says(at, saysOfBags.freeze(at));
    story.says(at, saysOfBags.leftAtOrigin(at, bagOfDay(1)));
    expect([order(story), outcome(story)]).toEqual(['stopped', 'stopped']);
  });

  it('is none that left with the box', () => {
    const story = told(dayOneEnough, '09-04T07:10').says(
      at > utc('09-04T08:00') ? at : utc('09-04T08:00'),
      says.cancel(utc('09-04T08:00'), 'discarded-by-centre', true),
    );
    expect(story.tries(saysOfBags.leftAtOrigin(story.now, bagOfDay(1)))).toBe('bag-has-left');
  });
});

describe('a second day that runs when all is stopped', () => {
  it('goes to its end on record before the shipment stops', () => {
    const story = told(dayTwoNeeded, '09-05T00:05');
    story.says(utc('09-05T01:00'), says.decide(utc('09-05T01:00'), 'stop'));
    expect([order(story), keys(story).includes('collection-end-due/2')]).toEqual(['open', true]);
    const off = story.copy().says(utc('09-05T02:00'), says.breakOff(utc('09-05T02:00'), 2));
    expect(order(off)).toBe('stopped');
    story.says(utc('09-05T04:05'), says.end(utc('09-05T04:05'), 2));
    expect(order(story)).toBe('stopped');
    expect(story.tries(saysOfBags.frozen(story.now, bagOfDay(2)))).toBeUndefined();
  });
});
