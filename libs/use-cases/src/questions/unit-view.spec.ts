import { actionsOf } from './actions.js';
import { figureOf } from '../figures/figure.js';
import { beijing, tripId, houston, openedTrip } from './example-trip.js';
import { unitBag, unitCharged, unitOrdered, unitReceived, unitStored, unitWithCarrier } from './example-unit.js';
import { sentenceOfEvent } from './log-line.js';
import { rowOf, rowViewOf } from './row.js';
import { shipmentViewOf } from './shipment-view.js';
import { shipmentView } from './views.js';

const charged = () => unitCharged(unitOrdered());
const stored = () => unitStored(unitWithCarrier(charged()));
const marks = (shipment: Parameters<typeof rowViewOf>[1]) =>
  Object.fromEntries(rowViewOf(tripId, shipment, undefined).strip.map(({ name, mark, says }) => [name, [mark, says]]));

describe('what the board shows of a frozen unit', () => {
  it('is its class, and no collection or courier where none is needed', () => {
    const { state } = unitOrdered();
    expect(rowViewOf(tripId, state, undefined)).toMatchObject({
      product: 'Cord blood, frozen unit, -150 °C or colder',
      oldestBag: null,
      clockPlannedAt: '2026-11-23T16:30:00.000Z',
    });
    expect(marks(state)).toMatchObject({
      donor: ['done', 'released by the bank'],
      collection: ['not-needed', 'banked unit'],
      count: ['done', 'enough, 0.2'],
      courier: ['not-needed', 'travels as cargo'],
    });
  });

  it('is its dose to three decimals, for per kg it is a fraction of a million', () => {
    const { state } = unitOrdered();
    const count = state.stages['cell-count'];
    const doses = count.verdicts.flatMap((verdict) => verdict.doses.map((each) => ({ ...each, dose: 0.1666 })));
    const verdicts = count.verdicts.map((verdict) => ({ ...verdict, doses }));
    const stages = { ...state.stages, 'cell-count': { ...count, verdicts } };
    expect(marks({ ...state, stages })).toMatchObject({ count: ['done', 'enough, 0.166'] });
  });

  it('is the hold of its shipper from the charging on', () => {
    expect(rowViewOf(tripId, charged().state, undefined).oldestBag).toMatchObject({
      bag: 'unit',
      startsAt: '2026-11-23T01:30:00.000Z',
      limitAt: '2026-11-30T01:30:00.000Z',
    });
    expect(marks(charged().state)).toMatchObject({ handover: ['running', 'shipper charged'] });
  });

  it('is the facility that has it, and the tank at the end', () => {
    expect(marks(unitWithCarrier(charged()).state)).toMatchObject({
      handover: ['running', 'at Example Air Cargo, PEK'],
    });
    expect(marks(stored().state)).toMatchObject({ infusion: ['done', 'stored frozen'] });
  });

  it('is a page by its schema, with the DIN in place of the GRID', () => {
    for (const trip of [unitOrdered(), charged(), unitWithCarrier(charged()), stored()]) {
      const view = shipmentViewOf(tripId, trip.state);
      expect(shipmentView.safeParse(view).error).toBeUndefined();
      expect(view).toMatchObject({ donorGrid: null, unitDin: 'G123498654321' });
    }
  });

  it('is told on the time line', () => {
    const told = shipmentViewOf(tripId, stored().state).timeline.map(({ what }) => what);
    expect(told).toEqual(
      expect.arrayContaining([
        'Unit released by its bank',
        'Shipper DS-4 charged',
        'Accepted as cargo by Example Air Cargo, PEK',
        'Ready to be collected at Example Air Cargo, IAH',
        'Stored frozen',
      ]),
    );
    expect(told).not.toContain('Handed over to the courier');
    const ahead = shipmentViewOf(tripId, charged().state).timeline.map(({ what }) => what);
    expect(ahead).toEqual(expect.arrayContaining(['The unit can leave', 'Conditioning begins', 'Limit of the unit']));
  });

  it('is asked about when it is cancelled under way, in the words of a unit', () => {
    const labels = (trip: ReturnType<typeof unitOrdered>) =>
      actionsOf(trip.state)
        .actions.filter(({ command }) => command === 'CancelShipment')
        .map(({ label }) => label);
    expect(labels(charged())).toContain('Cancel the shipment: the unit stays in its bank’s tank');
    expect(labels(unitWithCarrier(charged()))).toEqual([
      'Cancel the shipment: the unit is delivered all the same',
      'Cancel the shipment: the unit is discarded',
    ]);
  });

  it('is held by a shipment that was cancelled while it was on its way, and is not free', () => {
    const lost = unitWithCarrier(charged()).at('2026-11-24T03:00Z', 'CancelShipment', {
      ...{ by: 'transplant-centre', code: 'patient-condition', words: 'Fever.', cells: 'discarded-by-centre' },
      ...{ statedAt: houston('2026-11-23T20:00'), confirmedBy: { person: 'S. Example', organisation: 'Centre' } },
    });
    expect(rowOf(tripId, lost.state)).toMatchObject({ live: false, unit: 'G123498654321' });
    expect(rowOf(tripId, lost.state).view.sentence.text).toContain('Cancelled: the unit is discarded');
  });

  it('is its alone while it is open, and for good once it was infused or stored', () => {
    const cancelled = unitOrdered().at('2026-11-06T03:00Z', 'CancelShipment', {
      ...{ by: 'transplant-centre', code: 'patient-condition', words: 'Fever.', cells: 'none' },
      statedAt: houston('2026-11-05T20:00'),
    });
    const unitsOf = [unitOrdered(), stored(), cancelled].map(({ state }) => rowOf(tripId, state).unit);
    expect(unitsOf).toEqual(['G123498654321', 'G123498654321', null]);
    expect(rowOf(tripId, openedTrip().state).unit).toBeNull();
  });

  it('is free again where it was not used, as its row tells', () => {
    const left = unitReceived(unitWithCarrier(charged())).at('2026-11-25T07:40Z', 'RecordBagNotUsed', {
      ...{ bag: unitBag, decidedAt: houston('2026-11-25T01:20'), reason: 'thawed on the way' },
      wordOf: { role: 'transplant-physician', person: 'T. Example' },
    });
    expect(rowOf(tripId, left.state)).toMatchObject({ live: false, unit: null });
  });

  it('is found by its waybill and its DIN', () => {
    const { searchText } = rowOf(tripId, charged().state);
    expect(searchText).toContain('99912345675');
    expect(searchText).toContain('g123498654321');
  });
});

describe('what a programme counts of a frozen unit', () => {
  it('is no age, which says nothing of it; kept frozen until it is infused', () => {
    const trip = stored();
    expect(figureOf(trip.state)).toMatchObject({
      product: 'HPC-CB',
      outcome: 'cryopreserved',
      agesMinutes: [],
      doses: [],
    });
    const body = { bag: unitBag, startedAt: houston('2026-12-08T10:00'), how: 'infusion' };
    trip.at('2026-12-08T16:30Z', 'StartInfusion', body);
    expect(figureOf(trip.state)).toMatchObject({ outcome: 'infused', agesMinutes: [], doses: [0.2] });
  });

  it('is nothing where it was sent back and is in its bank’s tank, and it can be ordered again', () => {
    const returned = unitStored(
      unitWithCarrier(charged()).at('2026-11-24T00:00Z', 'DivertShipment', {
        ...{ kind: 'return', to: null, decidedAt: beijing('2026-11-24T07:30'), reason: 'not fit' },
        wordOf: { role: 'transplant-physician', person: 'T. Example' },
        confirmedBy: { person: 'S. Example', organisation: 'Centre' },
      }),
    );
    expect(figureOf(returned.state)).toMatchObject({ outcome: 'stopped', reason: 'returned' });
    expect(rowOf(tripId, returned.state)).toMatchObject({ live: false, unit: null });
  });

  it('is its new day, once it leaves on another', () => {
    const open = (trip: ReturnType<typeof unitOrdered>) => {
      const { actions, notNow } = actionsOf(trip.state);
      return [
        actions.some(({ command }) => command === 'PostponeShipping'),
        notNow.find(({ command }) => command === 'PostponeCollection')?.why,
      ];
    };
    const why = 'A banked unit is not collected: the day on which it leaves its bank is moved.';
    expect(open(unitOrdered())).toEqual([true, why]);
    expect(open(unitWithCarrier(charged()))).toEqual([false, why]);
    const later = unitOrdered().at('2026-11-10T08:00Z', 'PostponeShipping', {
      shipOn: '2026-11-26',
      postponedAt: houston('2026-11-10T01:30'),
      reason: 'fever',
      wordOf: { party: 'transplant-centre', person: 'T. Example' },
    });
    const view = shipmentViewOf(tripId, later.state);
    expect(shipmentView.safeParse(view).error).toBeUndefined();
    expect(view.timeline.map(({ what }) => what)).toContain(
      'Leaving of the unit postponed from 2026-11-24 to 2026-11-26',
    );
    const told = later.events.find(({ type }) => type === 'ShippingPostponed');
    expect(told && sentenceOfEvent(told)).toBe(
      'The unit leaves its bank on 2026-11-26 instead of 2026-11-24, on the word of T. Example: fever',
    );
  });
});
