import { commandCatalogue } from '../wire/catalogue.js';
import { actionsOf } from './actions.js';
import {
  bagOfDay1,
  beijing,
  collected,
  counted,
  openedTrip,
  order,
  Trip,
  unlikeGroups,
  withSeats,
} from './example-trip.js';
import { accepted, collectedAgain, flown, handedOver, infused, withCourier } from './example-way.js';
import { unitCharged, unitOrdered, unitStored, unitWithCarrier } from './example-unit.js';
import { subjectsOf } from './subjects.js';
import { actionView, notNow } from './views.js';

const opened = () => new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
const ready = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const short = () => counted(collected(openedTrip()), 1000);
const enough = () => counted(collected(ready()), 2000);
const again = () => collectedAgain(short());
const unlike = () => openedTrip().at('2026-11-03T08:00Z', 'RecordBloodGroups', unlikeGroups);
const suspended = (trip: Trip) =>
  trip.at('2026-11-18T08:00Z', 'SuspendDonor', { suspendedAt: beijing('2026-11-18T15:00'), reason: 'fever' });
const conditioned = (trip: Trip) =>
  trip
    .at('2026-11-18T08:00Z', 'RecordDonorStep', { step: 'consented', on: '2026-10-20' })
    .at('2026-11-18T08:01Z', 'NameBackup', { kind: 'donor', reference: 'backup 1', readyBy: '2026-12-10' })
    .at('2026-11-18T08:02Z', 'RecordConditioningStarted', {
      recipient: 'R1',
      startedAt: beijing('2026-11-18T15:00'),
      despite: 'the ward did not wait',
    });
const cancelled = (trip: Trip) =>
  trip.at('2026-11-18T08:00Z', 'CancelShipment', {
    by: 'transplant-centre',
    code: 'patient-condition',
    words: 'not fit',
    statedAt: beijing('2026-11-18T15:00'),
    cells: 'none',
  });
const stages: readonly [string, () => Trip][] = [
  ['opened', opened],
  ['with plans', openedTrip],
  ['with unlike blood groups', unlike],
  ['short', short],
  ['enough', enough],
  ['collected again', again],
  ['under way', () => handedOver(enough())],
  ['accepted', () => accepted(flown(handedOver(enough())))],
  ['suspended', () => suspended(ready())],
  ['conditioned, with a backup', () => conditioned(ready())],
  ['cancelled', () => cancelled(ready())],
  ['closed', () => infused(accepted(flown(handedOver(enough()))))],
  ['unit ordered', unitOrdered],
  ['unit charged', () => unitCharged(unitOrdered())],
  ['unit with the carrier', () => unitWithCarrier(unitCharged(unitOrdered()))],
  ['unit stored', () => unitStored(unitWithCarrier(unitCharged(unitOrdered())))],
];
const personal = commandCatalogue
  .filter(({ by, name }) => by === 'person' && name !== 'OpenShipment')
  .map(({ name }) => name);

const named = (trip: Trip, command: string) =>
  actionsOf(trip.state).actions.filter((action) => action.command === command);
const whyNot = (trip: Trip, command: string) =>
  actionsOf(trip.state).notNow.find((each) => each.command === command)?.why;

describe('what may be done now', () => {
  it.each(stages)('%s: every command is either open or told why not, and fits its schema', (_name, make) => {
    const { actions, notNow: others } = actionsOf(make().state);
    const open = new Set<string>(actions.map(({ command }) => command));
    expect([...open, ...others.map(({ command }) => command)].sort()).toEqual([...personal].sort());
    expect(actions.map((action) => actionView.safeParse(action).error).filter(Boolean)).toEqual([]);
    expect(others.map((each) => notNow.safeParse(each).error).filter(Boolean)).toEqual([]);
  });

  it.each(stages)('%s: nothing is offered that the core turns down for where things stand', (_name, make) => {
    const { state } = make();
    const refused = actionsOf(state).actions.flatMap(({ command, prefill }) =>
      new Trip(state)
        .refusalsOf('2026-11-26T00:00Z', command, prefill)
        .filter(({ code }) => code === 'not-allowed-now' || code === 'shipment-ended' || code.startsWith('no-such')),
    );
    expect(refused).toEqual([]);
  });

  it.each(stages)('%s: what is filled in is what the form asks for', (_name, make) => {
    const { state } = make();
    const unknown = actionsOf(state).actions.flatMap(({ command, prefill }) =>
      new Trip(state)
        .refusalsOf('2026-11-26T00:00Z', command, prefill)
        .filter(
          ({ code }) =>
            code === 'unknown-field' || code === 'wrong-type' || code === 'zone-missing' || code === 'zone-unknown',
        ),
    );
    expect(unknown).toEqual([]);
  });

  it('is about every command that people have', () => {
    const commands = new Set(subjectsOf(short().state).flatMap((subject) => subject.commands));
    const missing = personal.filter(
      (name) => !['RedriveItem', 'CorrectFact'].includes(name) && !(commands as Set<string>).has(name),
    );
    expect(missing).toEqual([
      'RecordCustomsWithdrawn',
      'RecordExemptionWithdrawn',
      'UnbindLogger',
      'RecordLoggerHeard',
      'RecordLoggerSilent',
      'RecordFollowUp',
      'GradeDeviation',
      'RecordPartnerTold',
      'RecordRapidAlert',
      'RecordSpearSubmitted',
      'CloseDeviation',
      'CorrectDeviation',
      'WithdrawScan',
    ]);
  });

  it('offers a search or a scan only of a box that is on its way by that plan', () => {
    const exemptions = (trip: Trip, command: string) => named(trip, command).map(({ prefill }) => prefill['exemption']);
    for (const command of ['RecordSearchedByHand', 'RecordScanned']) {
      expect(exemptions(enough(), command)).toEqual([]);
      expect(whyNot(enough(), command)).toBe('The box has not left the collection centre.');
      const underWay = exemptions(handedOver(enough()), command);
      expect(underWay.length).toBeGreaterThan(0);
      expect(underWay.filter((id) => !String(id).startsWith('1/'))).toEqual([]);
    }
  });

  it('takes an unplanned checkpoint once the courier has the box, as often as one is met', () => {
    expect(whyNot(enough(), 'RecordUnplannedCheckpoint')).toBe('The box has not left the collection centre.');
    const trip = handedOver(enough());
    expect(named(trip, 'RecordUnplannedCheckpoint')).toHaveLength(1);
    trip.at('2026-11-24T03:00Z', 'RecordUnplannedCheckpoint', {
      airport: 'IAH',
      passedAt: beijing('2026-11-24T10:30'),
      what: 'searched',
      reason: 'a spot check',
    });
    expect(named(trip, 'RecordUnplannedCheckpoint')).toHaveLength(1);
  });

  it('asks for no permit anew that holds, and for no release that no rule allows', () => {
    const request = 'CN-export-PEK';
    const grantedAt = beijing('2026-11-20T08:00');
    const trip = openedTrip().at('2026-11-20T01:00Z', 'RecordCustomsGranted', { request, grantedAt, permit: 'P-1' });
    const about = (command: string) => named(trip, command).map(({ prefill }) => prefill['request']);
    expect(about('AskCustomsAgain')).toEqual([]);
    expect(whyNot(trip, 'RecordReleasedFirst')).toBe('No rule lets the CN export be released first then.');
    trip.at('2026-11-20T01:10Z', 'RecordCustomsGranted', {
      ...{ request, grantedAt, permit: 'P-2' },
      validUntil: beijing('2026-11-22T08:00'),
    });
    expect(about('AskCustomsAgain')).toEqual([request]);
  });

  it('carries the stage’s revision, to be sent as If-Match', () => {
    const trip = openedTrip();
    const [suspend] = named(trip, 'SuspendDonor');
    expect(suspend?.stageRevision).toBe(trip.state.stageRevisions['donor-clearance']);
  });

  it('starts times in the clock of the place where they are read', () => {
    const zones = (trip: Trip, command: string) =>
      named(trip, command).map(({ prefill }) => Object.values(prefill).flatMap((value) => zoneIn(value)));
    expect(zones(openedTrip(), 'StartCollection')).toEqual([['Asia/Shanghai']]);
    const [estimate] = named(openedTrip(), 'RecordFlightEstimate');
    expect(estimate?.prefill).toMatchObject({
      departsAt: { local: '2026-11-24T10:00', zone: 'Asia/Shanghai' },
      arrivesAt: { local: '2026-11-24T09:30', zone: 'America/Chicago' },
    });
    expect(zones(handedOver(enough()), 'DeliverToCentre')).toEqual([['America/Chicago']]);
  });

  it('offers the count of the collected day with its bags, and the correction of its end', () => {
    const trip = collected(openedTrip());
    expect(named(trip, 'RecordCellCount')).toMatchObject([
      { subject: 'day 1', prefill: { day: 1, bags: [{ bag: bagOfDay1, volumeMl: 180 }] } },
    ]);
    expect(named(trip, 'CorrectCollectionEnd')).toMatchObject([
      { prefill: { endedAt: { local: '2026-11-23T12:00' } } },
    ]);
  });

  it('offers the fallback by its name, and another flight', () => {
    const labels = named(openedTrip(), 'RebookLeg').map(({ label, subject }) => `${label}: ${subject}`);
    expect(labels).toContain('Switch to UA 2020: plan 1, UA 1215');
    expect(labels).toContain('Name another flight: plan 1, UA 850');
  });

  it('fills in no label that is to be read', () => {
    const packing = { ...named(enough(), 'PackBox')[0]?.prefill };
    expect(packing).toMatchObject({ packedAt: { zone: 'Asia/Shanghai' } });
    expect(Object.keys(packing).sort()).toEqual(['checks', 'packedAt']);
    expect(named(handedOver(enough()), 'DeliverToCentre')[0]?.prefill).not.toHaveProperty('seal');
  });

  it('asks each check by its sentence, not by its key', () => {
    const [packing] = named(enough(), 'PackBox');
    expect(packing?.fields).toMatchObject({
      properties: {
        checks: {
          items: {
            properties: {
              check: {
                anyOf: expect.arrayContaining([{ const: 'gel-packs-apart', title: 'No gel pack touches a bag' }]),
              },
            },
          },
        },
      },
    });
  });

  it('says that a second person is needed where one is, and asks for none elsewhere', () => {
    const confirmation = ({ fields }: { fields: Readonly<Record<string, unknown>> }) => {
      const { properties, required } = fields as { properties: object; required: readonly string[] };
      return 'confirmedBy' in properties ? required.includes('confirmedBy') : null;
    };
    const decisions = named(short(), 'DecideOnCount').map((each) => [each.label, confirmation(each)]);
    expect(decisions).toEqual([
      ['Collect again', null],
      ['Accept less', null],
      ['Stop', true],
    ]);
    expect(named(opened(), 'CancelShipment').map(confirmation)).toEqual([false]);
    expect(named(short(), 'CancelShipment').map(confirmation)).toEqual([true, true, true]);
    expect(named(handedOver(enough()), 'DivertShipment').map(confirmation)).toEqual([true, true]);
  });

  it('asks for every figure that the order needs', () => {
    const [count] = named(collected(openedTrip()), 'RecordCellCount');
    const { properties } = count?.fields as { properties: { bags: { items: { required: readonly string[] } } } };
    expect(properties.bags.items.required).toContain('cd34PerUl');
    expect(properties.bags.items.required).not.toContain('cd3PerUl');
  });

  it('freezes no unit that is frozen, and proposes no plan that nobody needs', () => {
    expect(whyNot(unitWithCarrier(unitCharged(unitOrdered())), 'CryopreserveAtOrigin')).toBe(
      'A banked unit is frozen already.',
    );
    expect(named(again(), 'ProposePlan').map(({ subject }) => subject)).toEqual(['plan 2']);
  });

  it('calls what changes a record a correction, and asks why', () => {
    const reason = (trip: Trip, command: string) =>
      named(trip, command).map(({ label, fields }) => [label, (fields['required'] as string[]).includes('reason')]);
    expect(reason(openedTrip(), 'RecordConditioningStarted')).toEqual([['Record the start of conditioning', false]]);
    const needed = (trip: Trip) => named(trip, 'RecordConditioningStarted')[0]?.fields['required'];
    expect(needed(opened())).toContain('despite');
    expect(needed(openedTrip())).not.toContain('despite');
    const begun = conditioned(ready());
    expect(reason(begun, 'RecordConditioningStarted')).toEqual([['Correct the start of conditioning', true]]);
    expect(reason(begun, 'PlanConditioning')).toEqual([['Correct: the conditioning has not begun', true]]);
  });

  it('asks each check of the place, and answers none', () => {
    const { checks } = { ...named(handedOver(enough()), 'DeliverToCentre')[0]?.prefill } as { checks?: object[] };
    expect(checks).toContainEqual({ check: 'label-legibility', found: 'not-checked' });
    expect(checks?.filter((each) => !('found' in each) || each.found !== 'not-checked')).toEqual([]);
  });

  it('lets a departure be recorded of the confirmed plan alone, and a landing after it', () => {
    expect(whyNot(withSeats(openedTrip(), '1.0/1'), 'RecordDeparture')).toBe('Plan 1 is not confirmed.');
    const trip = handedOver(enough());
    expect(named(trip, 'RecordDeparture').map(({ subject }) => subject)).toContain('plan 1, UA 850');
    expect(whyNot(trip, 'RecordArrival')).toContain('has not left');
    trip.at('2026-11-24T02:05Z', 'RecordDeparture', { booking: '1.0/1', departedAt: beijing('2026-11-24T10:00') });
    expect(named(trip, 'RecordArrival').map(({ subject }) => subject)).toEqual(['plan 1, UA 850']);
  });

  it('says what stands in the way', () => {
    expect(whyNot(opened(), 'StartCollection')).toBe('The donor is not cleared.');
    expect(whyNot(openedTrip(), 'PackBox')).toBe('No cells have been collected.');
    expect(whyNot(openedTrip(), 'RecordReceipt')).toBe('The box has not been delivered.');
    expect(whyNot(enough(), 'WithdrawDonor')).toContain('decide on the count');
    expect(named(collected(openedTrip()), 'WithdrawDonor')).toHaveLength(1);
    expect(whyNot(opened(), 'EndCollection')).toBe(
      'Taken when one collection day is running or broken off; now: day 1 is planned, day 2 is reserved.',
    );
  });

  it('asks for the plan that flies and for both bags after a second day', () => {
    const trip = again();
    expect(named(trip, 'CorrectCellCount').map(({ subject }) => subject)).toEqual(['day 1', 'day 2']);
    expect(
      new Set(named(trip, 'RecordSeatsHeld').map(({ prefill }) => String(prefill['booking']).slice(0, 1))),
    ).toEqual(new Set(['2']));
    expect(named(trip, 'PackBox')).toHaveLength(1);
  });

  it('asks a closed shipment for late outcomes only', () => {
    const trip = infused(accepted(flown(handedOver(enough()))));
    expect(whyNot(trip, 'SuspendDonor')).toBe('The shipment is closed.');
    expect(named(trip, 'RecordStandDownTold')).toHaveLength(1);
  });
});

describe('what follows from a grave command', () => {
  it('is told decision by decision', () => {
    const follows = Object.fromEntries(
      named(short(), 'DecideOnCount').map(({ label, consequences }) => [label, consequences]),
    );
    expect(Object.keys(follows)).toEqual(['Collect again', 'Accept less', 'Stop']);
    expect(follows['Collect again']).toEqual([
      'Collection day 2 is called up for 24 Nov.',
      'Plan 2 is confirmed.',
      'Plan 1 stands down.',
      'The bags of both days travel together, so the day 1 bag’s limit governs the trip.',
    ]);
    expect(follows['Accept less']).toEqual([
      'R1 gets 2.5714 of 5 million CD34 per kg.',
      'Plan 1 is confirmed.',
      'Plan 2 stands down.',
      'Collection day 2 (24 Nov) goes back to the centre, which is to be told.',
    ]);
  });

  it('names the flights whose seats are given up', () => {
    const trip = counted(collected(withSeats(openedTrip(), '1.0/1')), 1000);
    const [again] = named(trip, 'DecideOnCount');
    expect(again?.consequences).toContain('Plan 1 stands down: its seats on 1 flight (UA 850) are given up.');
  });

  it('comes true when the decision is taken', () => {
    const trip = short();
    const body = {
      decision: 'collect-again',
      decidedAt: beijing('2026-11-23T13:50'),
      wordOf: { role: 'collection-physician', person: 'H. Example' },
      reason: 'too few',
    };
    trip.at('2026-11-23T06:00Z', 'DecideOnCount', body);
    const plans = trip.state.stages['flight-booking'].plans.map(({ plan, status }) => `${plan} ${status}`);
    expect(plans).toEqual(['1 stood-down', '2 confirmed']);
    expect(trip.state.stages.collection.days[1]?.status).toBe('planned');
  });

  it('is told of grave commands alone', () => {
    const grave = new Set(commandCatalogue.filter((entry) => entry.grave).map(({ name }) => name as string));
    const { actions } = actionsOf(enough().state);
    expect(actions.filter(({ command, consequences }) => grave.has(command) !== consequences.length > 0)).toEqual([]);
  });
});

function zoneIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'zone' in value ? [String(value.zone)] : [];
}

describe('what may be done about an order', () => {
  it('is a decision on processing for each recipient of another blood group', () => {
    expect(whyNot(openedTrip(), 'DecideOnProcessing')).toBe('No mismatch of blood groups is known.');
    expect(named(unlike(), 'DecideOnProcessing')).toMatchObject([{ subject: 'R1', prefill: { recipient: 'R1' } }]);
  });

  it('is its change until collecting begins, with what stays filled in', () => {
    const [change] = named(openedTrip(), 'ChangeProduct');
    expect(change?.prefill).toMatchObject({
      collectionDays: ['2026-11-23', '2026-11-24'],
      doses: [{ recipient: 'R1' }],
    });
    expect(change?.consequences).toHaveLength(1);
    expect(whyNot(enough(), 'ChangeProduct')).toBe('A collection has begun.');
  });

  it('is another record of its blood groups, with those that are known', () => {
    const [record] = named(unlike(), 'RecordBloodGroups');
    expect(record?.prefill).toMatchObject({
      donor: { abo: 'A', rh: '+' },
      recipients: [{ recipient: 'R1', bloodGroup: { abo: 'O', rh: '-' } }],
    });
  });
});
