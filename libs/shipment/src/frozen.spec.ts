import { localDateOf, plusMinutes, type Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { decide } from './decide.js';
import { defined, proposal, says, utc } from './case-a.examples.js';
import { banked, saysOfUnit, unit, unitByCourier, unitId, unitLeftBehind } from './frozen.examples.js';
import { openedWith, type Line } from './journeys.examples.js';
import { clockedBags, governingBag } from './overview.js';
import type { Shipment } from './shipment.js';
import { Story } from './story.examples.js';

function told(lines: readonly Line[], last = lines.length): Story {
  const [first] = lines;
  if (first === undefined) throw new Error('nothing is told');
  return lines.slice(0, last).reduce((story, [at, command]) => story.says(at, command), new Story(first[0]));
}

const statusOf = ({ stages }: Shipment) => ({
  order: stages.order.status,
  clearance: stages['donor-clearance'].status,
  count: stages['cell-count'].status,
  courier: stages.courier.status,
  handoff: stages['courier-handoff'].status,
  receipt: stages.receipt.status,
});
const causeKeys = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const owedKeys = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const due = ({ shipment }: Story, key: string): Instant | undefined =>
  agendaOf(shipment).find((each) => each.key === key)?.dueAt;
const statedBy = { person: 'A. Coordinator', organisation: 'EXAMPLE registry', how: 'telephone' } as const;
const changed = (lines: readonly Line[], change: Partial<typeof unit>) =>
  openedWith(lines, { ...banked, unit: { ...unit, ...change } });

describe('a frozen unit that a courier carries', () => {
  it('is judged by its bank’s figures when it is ordered, and nothing is collected or counted', () => {
    const story = told(unitByCourier, 1);
    expect(statusOf(story.shipment)).toMatchObject({ order: 'open', clearance: 'awaited', count: 'enough' });
    expect(story.shipment.stages.collection.days).toEqual([]);
    expect(story.shipment.stages['cell-count'].verdicts).toMatchObject([
      { recipient: 'R1', doses: [{ dose: 0.5 }, { dose: 0.2 }], meetsRequest: true },
    ]);
    expect(owedKeys(story)).not.toContainEqual(expect.stringMatching(/collection|count|bag-/));
    expect(due(story, 'plan-due/1')).toBe(utc('08-28T00:00'));
    expect(due(story, 'courier-due/1')).toBe(utc('08-25T00:00'));
    const courier = agendaOf(story.shipment).find(({ key }) => key === 'courier-due/1');
    expect(courier).toMatchObject({ offers: [{ command: 'NominateCourier' }, { command: 'BookCargo' }] });
    expect(due(story, 'shipper-charge-due/1')).toBe(utc('09-03T12:00'));
    // Conditioning on 10 September in Houston, a day before which it is to be there.
    expect(due(story, 'arrival-before-conditioning')).toBe(utc('09-09T05:00'));
  });

  it('has one plan, confirmed by the bank’s release', () => {
    expect(told(unitByCourier, 2).shipment.stages['flight-booking'].plans).toMatchObject([
      { plan: 1, status: 'proposed' },
    ]);
    expect(told(unitByCourier, 3).shipment.stages['flight-booking'].plans).toMatchObject([{ status: 'confirmed' }]);
    expect(told(unitByCourier, 2).tries(proposal(2))).toBe('no-collection-day');
  });

  it('has no clock before its shipper is charged, and then the hold of that', () => {
    expect(clockedBags(told(unitByCourier, 6).shipment)).toEqual([]);
    const story = told(unitByCourier, 7);
    const charged = utc('09-03T10:00');
    // Validated for 240 hours, trusted for seven days.
    expect(governingBag(story.shipment)).toMatchObject({
      id: unitId,
      shipper: 'SHIPPER-1',
      clock: { startsAt: charged, targetAt: plusMinutes(charged, 144 * 60), limitAt: plusMinutes(charged, 168 * 60) },
    });
    expect(due(story, 'shipper-hold/SHIPPER-1')).toBe(plusMinutes(charged, 168 * 60));
    expect(due(story, 'shipper-charge-due/1')).toBeUndefined();
  });

  it('ends with the unit in the centre’s tank, and is infused some day', () => {
    const story = told(unitByCourier);
    expect(statusOf(story.shipment)).toEqual({
      ...{ order: 'closed', clearance: 'released', count: 'enough', courier: 'positioned' },
      ...{ handoff: 'delivered', receipt: 'stored' },
    });
    expect(owedKeys(story)).toEqual([]);
    expect(causeKeys(story)).toEqual([]);
    story.says(utc('09-20T15:00'), says.infuse(utc('09-20T15:00'), unitId));
    expect(statusOf(story.shipment)).toMatchObject({ order: 'closed', receipt: 'infused' });
  });

  it('does not leave before its bank has released it', () => {
    const held = [...unitByCourier.slice(0, 8), [utc('09-04T06:00'), says.suspend(utc('09-04T06:00'))] as const];
    const story = told(held);
    story.now = utc('09-04T07:10');
    expect(story.tries(says.handOver(story.now))).toBe('unit-not-released');
    expect(causeKeys(story)).toContain('donor-suspended');
  });

  it('stops where its bank withdraws it', () => {
    const story = told(unitByCourier, 7);
    story.says(utc('09-03T11:00'), says.withdraw(utc('09-03T11:00')));
    expect(statusOf(story.shipment).order).toBe('stopped');
  });
});

describe('a unit with too few cells', () => {
  const short = changed(unitByCourier, { tncE8: 7 });

  it('waits for a person’s decision, in which nothing can be collected again', () => {
    const story = told(short, 1);
    expect(statusOf(story.shipment).count).toBe('short');
    expect(causesOf(story.shipment)).toMatchObject([{ key: 'count-short/1', severity: 'warning' }]);
    expect(due(story, 'decision-due/1')).toBe(utc('08-28T00:00'));
    expect(story.tries(says.decide(story.now, 'collect-again'))).toBe('no-second-day');
    story.says(utc('08-12T16:00'), says.decide(utc('08-12T16:00'), 'accept-less'));
    expect(statusOf(story.shipment).count).toBe('accepted-less');
    expect(causeKeys(story)).toEqual([]);
  });

  it('is stopped', () => {
    const story = told(short, 1).says(utc('08-12T16:00'), says.decide(utc('08-12T16:00'), 'stop'));
    expect(statusOf(story.shipment).order).toBe('stopped');
  });

  it('is judged anew when the bank’s figures are corrected', () => {
    const story = told(short, 1);
    const corrected = changed(unitByCourier, { tncE8: 12 })[0]?.[1];
    if (corrected?.name !== 'OpenShipment') throw new Error('not the opening');
    const data = { fact: 1, corrected, reason: 'misread', evidence: 'unit report' };
    story.says(utc('08-12T15:00'), { name: 'CorrectFact', data });
    expect(statusOf(story.shipment).count).toBe('enough');
  });
});

describe('a unit that travels as cargo', () => {
  it('needs no courier, and is with one facility after the other', () => {
    const story = told(unitLeftBehind);
    expect(statusOf(story.shipment)).toMatchObject({ order: 'closed', courier: 'not-needed', receipt: 'stored' });
    const { custody } = story.shipment.stages['courier-handoff'];
    expect(custody.filter(({ as }) => as === 'facility').map(({ holder }) => holder)).toEqual([
      'EXAMPLE Air Cargo, PEK',
      'EXAMPLE Air Cargo, IAH',
    ]);
    expect(story.rang.map(({ key }) => key)).not.toContainEqual(expect.stringContaining('courier-'));
  });

  it('asks of every departure whether it is aboard', () => {
    const story = told(unitLeftBehind, 7);
    expect(due(story, 'cargo-loaded-due/1.0/1')).toBe(utc('09-04T11:30'));
    expect(due(story, 'cargo-loaded-due/1.1/1')).toBe(utc('09-05T01:45'));
    story.passTo(utc('09-04T11:40'));
    expect(causeKeys(story)).toContain('overdue/cargo-loaded-due/1.0/1');
  });

  it('that was not loaded is critical, with the flights that are left, until it is rebooked', () => {
    const story = told(unitLeftBehind, 8);
    expect(causesOf(story.shipment).find(({ key }) => key === 'unit-not-loaded/1.0/1')).toMatchObject({
      severity: 'critical',
      wrong: 'The unit was not loaded on UA 888: no room in the hold.',
      offers: [{ command: 'RebookLeg', label: 'Switch to CA 985' }, { command: 'RebookLeg' }],
    });
    expect(story.shipment.stages['flight-booking'].bookings[0]).toMatchObject({
      status: 'not-loaded',
      departedAt: null,
    });
    expect(causeKeys(told(unitLeftBehind, 9))).not.toContain('unit-not-loaded/1.0/1');
  });

  it('that was left behind by the record, with nothing booked instead, is asked about once when it is delivered all the same', () => {
    const story = told(unitLeftBehind, 8);
    const delivered = says.deliver(utc('09-05T09:00'));
    const { shipment, log } = story.passTo(utc('09-05T09:30'));
    expect(story.copy().tries(delivered)).toBe('unit-left-behind');
    const confirmed = decide(delivered, shipment, { now: story.now, statedBy, despiteRecord: true }, log);
    expect(confirmed).toMatchObject({
      ok: true,
      value: { shipment: { stages: { 'courier-handoff': { status: 'delivered' } } } },
    });
    expect(told(unitLeftBehind, 9).tries(delivered)).not.toBe('unit-left-behind');
  });

  it('that proves to have been left behind when all has landed takes the plan back', () => {
    const story = told(unitLeftBehind, 7).passTo(utc('09-05T09:00'));
    expect(story.shipment.stages['flight-booking'].plans).toMatchObject([{ status: 'flown' }]);
    story.says(utc('09-05T09:30'), saysOfUnit.notLoaded(utc('09-05T09:30'), '1.0/1'));
    expect(story.shipment.stages['flight-booking']).toMatchObject({
      plans: [{ status: 'confirmed' }],
      bookings: [{ status: 'not-loaded' }, { status: 'not-loaded' }],
    });
  });

  it.each([
    ['travels-as-cargo', 6, says.handOver],
    ['accepted-before-packing', 6, () => saysOfUnit.accepted(utc('09-04T04:00'))],
    ['no-such-booking', 7, (at: Instant) => saysOfUnit.notLoaded(at, '2.0/1')],
    ['not-its-flight', 7, (at: Instant) => saysOfUnit.loaded(at, '2.0/1')],
    ['loaded-before-acceptance', 7, () => saysOfUnit.loaded(utc('09-04T07:00'), '1.0/1')],
    ['not-with-a-carrier', 6, (at: Instant) => saysOfUnit.notLoaded(at, '1.0/1')],
    ['seal-differs', 6, (at: Instant) => withSeal(saysOfUnit.accepted(at))],
  ])('is refused: %s', (code, line, say) => {
    const story = told(unitLeftBehind, line);
    story.now = plusMinutes(story.now, 10);
    expect(story.tries(say(story.now))).toBe(code);
  });

  it('cannot be accepted without its booking, nor be loaded twice', () => {
    const byHand = told(unitByCourier, 8);
    byHand.now = utc('09-04T05:30');
    expect(byHand.tries(saysOfUnit.accepted(byHand.now))).toBe('no-cargo-booked');
    const aboard = told(unitLeftBehind, 11);
    expect(aboard.tries(saysOfUnit.loaded(aboard.now, '1.0/2'))).toBe('loaded-already');
    const ready = told(unitLeftBehind, 13);
    expect(ready.tries(saysOfUnit.ready(ready.now))).toBe('ready-already');
  });
});

const withSeal = (command: ReturnType<typeof saysOfUnit.accepted>) =>
  command.name === 'RecordCargoAccepted' ? { ...command, data: { ...command.data, seal: 'OTHER' } } : command;

describe('the charging of the shipper', () => {
  const atBank = unitByCourier.slice(0, 7);

  it('again starts the clock anew, under way too; both chargings stay on record', () => {
    const story = told(unitByCourier, 9);
    const again = utc('09-04T08:00');
    story.says(again, saysOfUnit.charge(again));
    expect(due(story, 'shipper-hold/SHIPPER-1')).toBe(plusMinutes(again, 168 * 60));
    expect(story.shipment.stages['courier-handoff'].charges).toHaveLength(2);
  });

  it('trusts a shipper less that was not qualified anew', () => {
    const story = told(unitByCourier, 6);
    const charge = saysOfUnit.charge(utc('09-03T10:00'));
    if (charge.name !== 'ChargeShipper') throw new Error('not a charging');
    story.says(utc('09-03T10:00'), { ...charge, data: { ...charge.data, requalifiedAt: null } });
    expect(due(story, 'shipper-hold/SHIPPER-1')).toBe(plusMinutes(utc('09-03T10:00'), 144 * 60));
  });

  it('that does not last for the flights is an alert while there is time', () => {
    const story = told([
      ...unitByCourier.slice(0, 6),
      [utc('09-03T10:00'), saysOfUnit.charge(utc('09-03T10:00'), 'SHIPPER-2', 36)],
    ]);
    expect(causesOf(story.shipment)).toMatchObject([
      {
        key: 'infusion-after-limit',
        severity: 'critical',
        wrong: 'The unit is expected out of SHIPPER-2 after the limit of its hold.',
      },
    ]);
    story.says(utc('09-04T04:00'), saysOfUnit.charge(utc('09-04T04:00')));
    expect(causeKeys(story)).toEqual([]);
  });

  const wrong = (change: object) => {
    const charge = saysOfUnit.charge(utc('09-03T11:00'));
    return charge.name === 'ChargeShipper' ? { ...charge, data: { ...charge.data, ...change } } : charge;
  };
  it.each([
    ['out-of-range', { validatedHoldHours: 5 }],
    ['out-of-range', { startCelsius: 50 }],
    ['out-of-range', { startCelsius: -91 }],
    ['text-missing', { shipper: ' ' }],
    ['text-missing', { loggerSerial: '' }],
    ['in-the-future', { chargedAt: { at: utc('09-03T12:00'), zone: 'UTC' } }],
    ['qualified-after-charging', { requalifiedAt: { at: utc('09-03T11:30'), zone: 'UTC' } }],
    ['charged-before-last-charge', { chargedAt: { at: utc('09-03T09:00'), zone: 'UTC' } }],
  ])('is refused: %s', (code, change) => {
    const story = told(atBank);
    story.now = utc('09-03T11:00');
    expect(story.tries(wrong(change))).toBe(code);
  });

  it('comes before packing', () => {
    const story = told(unitByCourier, 6);
    story.now = utc('09-04T05:00');
    expect(story.tries(says.pack(story.now, [unitId]))).toBe('shipper-not-charged');
    expect(told(atBank).tries(says.pack(utc('09-03T09:30'), [unitId]))).toBe('packed-before-charging');
  });
});

describe('arrival before conditioning', () => {
  it('is in danger by flights that come too late, and rings when it is not there', () => {
    const early = changed(unitByCourier, { conditioningStartsOn: defined(localDateOf('2024-09-06')) });
    // By 5 September 00:00 in Houston; the flights bring it at 06:50 UTC.
    expect(causesOf(told(early, 2).shipment)).toMatchObject([
      { key: 'arrival-after-conditioning', severity: 'critical' },
    ]);
    const story = told(early, 9).passTo(utc('09-05T05:30'));
    expect(story.rang).toContainEqual({ key: 'arrival-before-conditioning', at: utc('09-05T05:00') });
    story.says(utc('09-05T06:50'), says.deliver(utc('09-05T06:50')));
    expect(owedKeys(story)).not.toContain('arrival-before-conditioning');
    expect(causeKeys(story)).not.toContainEqual(expect.stringContaining('conditioning'));
  });

  it('is not asked for where no conditioning is planned', () => {
    expect(owedKeys(told(changed(unitByCourier, { conditioningStartsOn: null }), 1))).not.toContain(
      'arrival-before-conditioning',
    );
  });
});

describe('a unit that is refused at the centre', () => {
  it('stops when the hold of its shipper has run out', () => {
    const lines = [...unitByCourier.slice(0, 11), [utc('09-05T07:30'), says.refuse(utc('09-05T07:30'))] as const];
    const story = told(lines);
    expect(causeKeys(story)).toContain('product-refused');
    story.passTo(utc('09-10T10:00'));
    expect(statusOf(story.shipment).order).toBe('stopped');
  });
});
