import type { Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { bagOfDay, says, utc } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { saysOfUnit, unitByCourier, unitId } from './frozen.examples.js';
import { dayOneEnough, dayTwoNeeded, oneTwinShort, twinBags, type Line } from './journeys.examples.js';
import { clockedBags } from './overview.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

/** Words on cells that were said by mistake, or that are followed by another fact: the true one is taken, also after the end. */

const told = (lines: readonly Line[], until = '12-31T00:00'): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(lines[0]?.[0] ?? utc('01-01T00:00')));
const conditioned = (lines: readonly Line[]): readonly Line[] => {
  const at = utc('08-29T14:00');
  return [...lines.slice(0, 6), [at, says.conditioned(at)], ...lines.slice(6)];
};
const frozenHere = (at: Instant, bag: string): ShipmentCommand => {
  const said = says.infuse(at, bag);
  if (said.name !== 'StartInfusion') throw new Error('another command');
  return { ...said, data: { ...said.data, how: 'cryopreservation' } };
};
const order = ({ shipment }: Story) => shipment.stages.order.status;
const receipt = ({ shipment }: Story) => shipment.stages.receipt.status;
const keys = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const causes = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const ends = ({ shipment }: Story) => shipment.stages.receipt.ended.map(({ bag, how }) => `${bag} ${how}`);
const [first, second] = [bagOfDay(1), bagOfDay(2)];

describe('the word that a bag is not used', () => {
  it('which ended the shipment is taken back by the infusion', () => {
    const at = utc('09-05T08:00');
    const story = told(dayOneEnough, '09-05T07:30').says(at, says.leave(at, first));
    expect(order(story)).toBe('stopped');
    story.says(utc('09-05T10:40'), says.infuse(utc('09-05T10:40'), first));
    expect([receipt(story), ends(story)]).toEqual(['infused', [`${first} infusion`]]);
    expect(keys(story)).toContain('follow-up/R1/28');
    expect(story.tries(says.infuse(story.now, first))).toBe('shipment-ended');
  });

  it('is taken back as well where the other bag was infused', () => {
    const story = told(dayTwoNeeded, '09-06T10:40').says(utc('09-06T10:50'), says.leave(utc('09-06T10:50'), second));
    expect(order(story)).toBe('closed');
    expect(story.tries(says.infuse(story.now, second))).toBeUndefined();
    expect(ends(story)).toEqual([`${first} infusion`, `${second} infusion`]);
  });

  it('at the collection centre is taken back by the freezing', () => {
    const at = utc('09-04T05:40');
    const story = told(conditioned(dayOneEnough), '09-04T05:15').says(at, saysOfBags.freeze(at));
    story.says(at, saysOfBags.leftAtOrigin(at, first));
    const stopped = story.shipment.stages.collection;
    expect([stopped.notUsed.length, stopped.frozen.length]).toEqual([1, 0]);
    story.says(utc('09-04T05:50'), saysOfBags.frozen(utc('09-04T05:50'), first));
    const { notUsed, frozen } = story.shipment.stages.collection;
    expect([notUsed, frozen.map(({ bag }) => bag)]).toEqual([[], [first]]);
    expect(causesOf(story.shipment)[0]?.follows).toContain('the cells that are frozen at the collection centre');
    expect(story.tries(saysOfBags.frozen(story.now, first))).toBe('bag-already-ended');
  });

  it('at the collection centre is taken back after the end', () => {
    const at = utc('09-04T05:40');
    const story = told(dayOneEnough, '09-04T05:15').says(at, saysOfBags.freeze(at));
    story.says(at, saysOfBags.leftAtOrigin(at, first));
    expect(order(story)).toBe('stopped');
    expect(story.tries(saysOfBags.frozen(story.now, first))).toBeUndefined();
  });

  it('of one twin’s bag is taken back while the other’s travels', () => {
    const story = told(oneTwinShort, '09-04T05:15');
    story.says(utc('09-04T05:30'), says.decide(utc('09-04T05:30'), 'stop', ['R2']));
    story.says(utc('09-04T05:40'), saysOfBags.leftAtOrigin(utc('09-04T05:40'), twinBags[1]));
    expect(story.tries(saysOfBags.frozen(story.now, twinBags[1]))).toBeUndefined();
  });
});

describe('cells that are kept frozen', () => {
  it('at the transplant centre can be not used in the end, which is told of a conditioned patient', () => {
    const at = utc('09-05T09:00');
    const story = told(conditioned(dayOneEnough), '09-05T07:30').says(at, frozenHere(at, first));
    expect(causes(story)).toEqual(['patient-conditioned/frozen-at-centre/R1']);
    expect(story.tries(says.leave(utc('09-05T08:59'), first))).toBe('not-used-before-frozen');
    story.says(utc('09-05T10:00'), says.leave(utc('09-05T10:00'), first));
    expect([order(story), receipt(story), causes(story)[0]]).toEqual([
      ...['open', 'not-used', 'patient-conditioned/not-used/R1'],
    ]);
    expect(clockedBags(story.shipment)[0]?.endedAt).toBe(at);
    expect(story.tries(says.leave(story.now, first))).toBe('not-allowed-now');
    story.says(utc('09-05T11:00'), frozenHere(utc('09-05T11:00'), first));
    expect(ends(story)).toEqual([`${first} cryopreservation`]);
  });

  it('in a tank after the end can be not used, and infused after all', () => {
    const story = told(unitByCourier);
    expect(order(story)).toBe('closed');
    story.says(utc('10-05T08:00'), says.leave(utc('10-05T08:00'), unitId));
    expect([receipt(story), order(story)]).toEqual(['not-used', 'closed']);
    expect(story.copy().tries(saysOfUnit.stored(story.now))).toBeUndefined();
    expect(story.tries(says.infuse(story.now, unitId))).toBeUndefined();
    expect(receipt(story)).toBe('infused');
  });

  it('at the collection centre can be not used, and their clock ended as it did', () => {
    const at = utc('09-04T05:40');
    const story = told(dayOneEnough, '09-04T05:15')
      .says(at, saysOfBags.freeze(at))
      .says(at, saysOfBags.frozen(at, first));
    expect(order(story)).toBe('closed');
    story.says(utc('10-04T05:40'), saysOfBags.leftAtOrigin(utc('10-04T05:40'), first));
    expect(clockedBags(story.shipment)[0]?.endedAt).toBe(at);
    expect(story.tries(saysOfBags.leftAtOrigin(story.now, first))).toBe('bag-already-ended');
  });
});

describe('the word that a collection was broken off', () => {
  const cancelledAnd = (cells: 'none' | 'deliver-anyway') => {
    const story = told(dayOneEnough, '09-04T00:05');
    story.says(utc('09-04T00:30'), says.cancel(utc('09-04T00:30'), cells, true));
    return story.says(utc('09-04T01:00'), says.breakOff(utc('09-04T01:00')));
  };

  it.each(['none', 'deliver-anyway'] as const)('is taken back after a cancellation with %s', (cells) => {
    const story = cancelledAnd(cells);
    expect(order(story)).toBe('cancelled');
    story.says(utc('09-04T04:05'), says.end(utc('09-04T04:05')));
    story.passTo(utc('09-04T04:10'));
    const fate = causesOf(story.shipment).find(({ key }) => key === 'overdue/fate-of-cells-due');
    expect(fate?.offers.map(({ command }) => command)).toEqual([
      'RecordCryopreservedAtOrigin',
      'RecordNotUsedAtOrigin',
    ]);
    story.says(utc('09-04T05:00'), saysOfBags.frozen(utc('09-04T05:00'), first));
    expect(causes(story)).not.toContain('overdue/fate-of-cells-due');
    expect(story.tries(says.end(story.now))).toBe('shipment-ended');
  });
});
