import type { Shipment } from '@cellrelay/shipment';
import {
  bagOfDay1,
  beijing,
  collected,
  counted,
  houston,
  openedTrip,
  order,
  Trip,
  withSeats,
} from '../questions/example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from '../questions/example-way.js';
import { figureOf } from './figure.js';

const delivered = () =>
  accepted(
    flown(handedOver(counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000))),
  );
const withdrawn = (trip: Trip, at = '2026-11-10T08:00Z') =>
  trip.at(at, 'WithdrawDonor', { withdrawnAt: beijing('2026-11-10T08:00'), reason: 'ill' }).state;
const cancellation = (local: string) => ({
  by: 'transplant-centre',
  code: 'patient-died',
  words: 'told by the ward',
  statedAt: { local, zone: 'UTC' },
  cells: 'none',
});
const cancelled = (trip: Trip) =>
  trip.at('2026-11-10T08:00Z', 'CancelShipment', cancellation('2026-11-10T07:30')).state;
const within = (collectionCentre: string, transplantCentre: string) => {
  const { parties } = order;
  return new Trip().at('2026-11-02T08:00Z', 'OpenShipment', {
    ...order,
    parties: {
      ...parties,
      collectionCentre: { ...parties.collectionCentre, country: collectionCentre },
      transplantCentre: { ...parties.transplantCentre, country: transplantCentre },
    },
  });
};

describe('what a programme counts of a shipment', () => {
  it('is nothing while it is open', () => expect(figureOf(collected(openedTrip()).state)).toBeNull());

  it('is the age of the bag and the dose of the recipient once it is infused, and whether the clock was kept', () => {
    // Collected until 23 November 04:00Z, infused 25 November 02:00Z in Houston's evening of the 24th: 46 hours, of 48 and 72.
    expect(figureOf(infused(delivered()).state)).toEqual({
      year: 2026,
      country: 'US',
      region: null,
      domestic: false,
      product: 'HPC-A',
      outcome: 'infused',
      reason: null,
      agesMinutes: [2760],
      doses: [5.1428],
      bagsEnded: 1,
      bagsInTarget: 1,
      bagsInLimit: 1,
      doorMinutes: [150],
      excursions: null,
      slackEater: null,
    });
  });

  it('is the age and the dose as the collection’s end and the count are corrected after the infusion', () => {
    const why = { reason: 'mistyped', evidence: 'apheresis record' };
    const trip = infused(delivered())
      .at('2026-11-26T02:00Z', 'CorrectCollectionEnd', { day: 1, endedAt: beijing('2026-11-23T11:00'), ...why })
      .at('2026-11-26T02:05Z', 'CorrectCellCount', {
        day: 1,
        countedAt: beijing('2026-11-23T13:30'),
        bags: [{ bag: bagOfDay1, cd34PerUl: 1000, volumeMl: 180 }],
        ...why,
      });
    expect(figureOf(trip.state)).toMatchObject({ agesMinutes: [2820], doses: [2.5714] });
  });

  it('is where a trip lost most, of one that ended late by its plan', () => {
    const late = { bag: bagOfDay1, startedAt: houston('2026-11-25T03:00'), how: 'infusion' };
    const trip = delivered().at('2026-11-25T09:05Z', 'StartInfusion', late);
    expect(figureOf(trip.state)).toMatchObject({ doorMinutes: [570], slackEater: 'infusion' });
    expect(figureOf(withdrawn(openedTrip()))).toMatchObject({ doorMinutes: [], slackEater: null });
  });

  it('is of no trip that never took place: cells kept where they were collected lost no time on the way', () => {
    const confirmedBy = { person: 'Dr Second', organisation: 'EXAMPLE Centre' };
    const trip = counted(collected(openedTrip()), 2000)
      .at('2026-11-25T05:00Z', 'CryopreserveAtOrigin', {
        ...{ decidedAt: beijing('2026-11-25T12:50'), reason: 'infection', confirmedBy },
        wordOf: { role: 'transplant-physician', person: 'Dr Example' },
      })
      .at('2026-11-25T06:00Z', 'RecordCryopreservedAtOrigin', {
        bag: bagOfDay1,
        startedAt: beijing('2026-11-25T13:50'),
      });
    expect(figureOf(trip.state)).toMatchObject({ outcome: 'cryopreserved', doorMinutes: [], slackEater: null });
  });

  it('is how often the cells were outside what was ordered, where a logger could tell', () => {
    const { stages, ...rest } = infused(delivered()).state;
    const told = (temperature: Readonly<Record<string, unknown>>) =>
      figureOf({
        ...rest,
        stages: { ...stages, temperature: { ...stages.temperature, ...temperature } },
      })?.excursions;
    const [live, byFile] = [{ sends: 'live' }, { sends: 'by-file' }];
    const heard = { bindings: [live], watched: [{ through: '2026-11-24T00:00:00.000Z' }] };
    expect([told(heard), told({ ...heard, excursions: [{}, {}] })]).toEqual([0, 2]);
    expect(told({ bindings: [live], reportedAsOf: '2026-11-24T00:00:00.000Z' })).toBe(0);
    expect(told({ bindings: [byFile] })).toBe(0);
    expect(told({ bindings: [live], watched: [{ through: null }] })).toBeNull();
  });

  it('is neither age nor dose at infusion where the cells were frozen', () => {
    const body = { bag: 'G123498654321/S1128VA0', startedAt: houston('2026-11-25T20:00'), how: 'cryopreservation' };
    const frozen = delivered().at('2026-11-26T02:05Z', 'StartInfusion', body).state;
    expect(figureOf(frozen)).toMatchObject({ outcome: 'cryopreserved', agesMinutes: [], doses: [], reason: null });
    expect(figureOf(frozen)).toMatchObject({ bagsEnded: 1, bagsInTarget: 0, bagsInLimit: 1 });
  });

  it.each<[string, Shipment]>([
    ['donor-withdrawn', withdrawn(openedTrip())],
    ['count-stopped', stoppedAtCount()],
    ['product-refused', refused()],
  ])('is the reason, %s, where it came to nothing', (reason, shipment) =>
    expect(figureOf(shipment)).toMatchObject({ outcome: 'stopped', reason, bagsEnded: 0 }),
  );

  it('is the code of its cancellation, where there is one', () => {
    expect(figureOf(cancelled(openedTrip()))).toMatchObject({
      outcome: 'cancelled',
      reason: 'patient-died',
      year: 2026,
    });
  });

  it('is an infusion all the same, where the cells of a cancelled shipment were delivered anyway', () => {
    const word = { cells: 'deliver-anyway', confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE' } };
    const trip = delivered().at('2026-11-25T01:30Z', 'CancelShipment', {
      ...cancellation('2026-11-25T01:20'),
      ...word,
    });
    expect(figureOf(trip.state)).toBeNull();
    expect(figureOf(infused(trip).state)).toMatchObject({ outcome: 'infused', reason: null, bagsEnded: 1 });
  });

  it('is no bag that was not used: neither its age, nor its time, nor the year of that word', () => {
    const trip = delivered().at('2026-11-25T01:30Z', 'RecordBagNotUsed', {
      ...{ bag: bagOfDay1, decidedAt: houston('2026-11-24T19:20'), reason: 'leaking' },
      wordOf: { role: 'receiving-laboratory', person: 'H. Example' },
    });
    expect(figureOf(trip.state)).toMatchObject({
      ...{ outcome: 'stopped', reason: 'not-used', agesMinutes: [], doses: [] },
      ...{ bagsEnded: 0, bagsInTarget: 0, bagsInLimit: 0 },
    });
  });

  it('is no age of cells that were frozen before they were infused', () => {
    const frozen = { bag: bagOfDay1, startedAt: houston('2026-11-24T20:00'), how: 'cryopreservation' };
    const thawed = { bag: bagOfDay1, startedAt: houston('2026-12-04T20:00'), how: 'infusion' };
    const trip = delivered()
      .at('2026-11-25T02:05Z', 'StartInfusion', frozen)
      .at('2026-12-05T02:05Z', 'StartInfusion', thawed);
    expect(figureOf(trip.state)).toMatchObject({
      outcome: 'infused',
      agesMinutes: [],
      doorMinutes: [],
      doses: [5.1428],
      bagsEnded: 1,
    });
  });

  it('is an infusion with the reason for the rest, where somebody’s word ended it when some had been given', () => {
    const { stages, ...rest } = infused(delivered()).state;
    const word = cancelled(openedTrip()).stages.order.cancellation;
    const partly = { ...rest, stages: { ...stages, order: { ...stages.order, cancellation: word } } };
    expect(figureOf(partly)).toMatchObject({ outcome: 'infused', reason: 'patient-died' });
  });
});

describe('where the cells went', () => {
  it('is what the order says of the centre, and domestic where both are of one country', () => {
    expect(figureOf(withdrawn(within('US', 'US')))).toMatchObject({ country: 'US', region: null, domestic: true });
    expect(figureOf(withdrawn(within('CN', 'US')))).toMatchObject({ country: 'US', domestic: false });
  });

  it('is where they were diverted to, if they were', () => {
    const trip = handedOver(
      counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000),
    );
    const diverted = trip.at('2026-11-24T00:00Z', 'DivertShipment', {
      ...{
        kind: 'divert',
        confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE' },
        reason: 'The centre cannot take them.',
        decidedAt: beijing('2026-11-24T07:50'),
      },
      to: { name: 'EXAMPLE Other Centre', city: 'Toronto', zone: 'America/Toronto', country: 'CA' },
      wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    });
    expect(figureOf(infused(accepted(flown(diverted))).state)).toMatchObject({ country: 'CA', domestic: false });
  });

  it('is the country of the last flight of the plan, where the order does not say it', () =>
    expect(figureOf(withdrawn(openedTrip()))).toMatchObject({ country: 'US', domestic: false }));

  it('is the centre’s time zone at least, where nothing flies; whether it is domestic is then not guessed', () => {
    const opened = new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
    expect(figureOf(withdrawn(opened))).toMatchObject({ country: null, region: 'America/Chicago', domestic: null });
  });

  it('is counted in the year of the transplant centre’s calendar', () => {
    const opened = new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
    expect(figureOf(withdrawn(opened, '2027-01-01T05:59Z'))?.year).toBe(2026);
    const later = new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
    expect(figureOf(withdrawn(later, '2027-01-01T06:01Z'))?.year).toBe(2027);
  });
});

function stoppedAtCount(): Shipment {
  return counted(collected(openedTrip()), 1000).at('2026-11-23T06:00Z', 'DecideOnCount', {
    decision: 'stop',
    decidedAt: beijing('2026-11-23T13:50'),
    wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE Centre' },
    reason: 'too few',
  }).state;
}

/** Stopped with its product refused, as it stands when the last limit has rung. */
function refused(): Shipment {
  const { stages, ...rest } = delivered().state;
  const order = { ...stages.order, status: 'stopped', closedAt: rest.recordedAt } as const;
  return { ...rest, stages: { ...stages, order, receipt: { ...stages.receipt, status: 'refused' } } };
}
