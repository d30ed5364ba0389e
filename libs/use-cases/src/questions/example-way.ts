import { beijing, houston, type Trip, bagOfDay1, bagOfDay2, dinOfDay2 } from './example-trip.js';

/** The example trip's way after an enough count of day 1, for the specs beside this file. */

const person = (name: string, phone: string) => ({ name, company: 'Example Couriers', phone });

/** The courier named, checked and in Beijing. */
export function withCourier(trip: Trip): Trip {
  return trip
    .at('2026-11-10T01:00Z', 'NominateCourier', {
      courier: person('C. Example', '+1 713 555 0100'),
      substitute: person('D. Example', '+1 713 555 0101'),
      nominatedAt: houston('2026-11-09T18:00'),
    })
    .at('2026-11-11T01:00Z', 'RecordCourierFit', {
      trainedUntil: '2027-06-30',
      passportValidUntil: '2028-01-31',
      visas: [{ country: 'US', standing: 'not-needed' }],
      checkedAt: houston('2026-11-10T18:00'),
    })
    .at('2026-11-22T01:00Z', 'RecordCourierInPosition', { positionedAt: beijing('2026-11-22T08:00') });
}

/** Packed and handed over in Beijing. */
export function handedOver(trip: Trip): Trip {
  return trip
    .at('2026-11-23T22:00Z', 'PackBox', {
      box: 'BX-7',
      logger: 'LG-31',
      seal: 'S-100',
      bags: [bagOfDay1],
      packedAt: beijing('2026-11-24T05:30'),
    })
    .at('2026-11-23T22:30Z', 'HandOverToCourier', {
      handedOverAt: beijing('2026-11-24T06:00'),
      givenBy: 'E. Example',
      takenBy: 'C. Example',
      seal: 'S-100',
    });
}

/** Both legs of plan 1 flown on time. */
export function flown(trip: Trip): Trip {
  return trip
    .at('2026-11-24T02:05Z', 'RecordDeparture', { booking: '1.0/1', departedAt: beijing('2026-11-24T10:00') })
    .at('2026-11-24T15:40Z', 'RecordArrival', { booking: '1.0/1', arrivedAt: houston('2026-11-24T09:30') })
    .at('2026-11-24T19:10Z', 'RecordDeparture', { booking: '1.1/1', departedAt: houston('2026-11-24T13:00') })
    .at('2026-11-24T21:50Z', 'RecordArrival', { booking: '1.1/1', arrivedAt: houston('2026-11-24T15:45') });
}

/** Delivered, received, accepted. */
export function accepted(trip: Trip): Trip {
  return trip
    .at('2026-11-24T23:20Z', 'DeliverToCentre', {
      deliveredAt: houston('2026-11-24T17:15'),
      givenBy: 'C. Example',
      takenBy: 'F. Example',
      seal: 'S-100',
    })
    .at('2026-11-24T23:40Z', 'RecordReceipt', {
      receivedAt: houston('2026-11-24T17:30'),
      bags: [bagOfDay1],
      boxCelsius: 5,
      sealIntact: true,
    })
    .at('2026-11-25T00:10Z', 'AcceptProduct', { acceptedAt: houston('2026-11-24T18:05') });
}

/** Infused: the shipment closes. */
export function infused(trip: Trip): Trip {
  const body = { bag: bagOfDay1, startedAt: houston('2026-11-24T20:00'), how: 'infusion' };
  return trip.at('2026-11-25T02:05Z', 'StartInfusion', body);
}

/** After a short day 1: collected again on day 2, counted enough, plan 2 flies with both bags. */
export function collectedAgain(trip: Trip): Trip {
  return trip
    .at('2026-11-23T06:00Z', 'DecideOnCount', {
      decision: 'collect-again',
      decidedAt: beijing('2026-11-23T13:50'),
      wordOf: { role: 'collection-physician', person: 'H. Example' },
      reason: 'too few cells',
    })
    .at('2026-11-24T00:10Z', 'StartCollection', { day: 2, startedAt: beijing('2026-11-24T08:00') })
    .at('2026-11-24T04:10Z', 'EndCollection', {
      day: 2,
      endedAt: beijing('2026-11-24T12:00'),
      din: dinOfDay2,
      bags: [{ productCode: 'S1128VA0', volumeMl: 180, recipient: 'R1' }],
    })
    .at('2026-11-24T05:40Z', 'RecordCellCount', {
      day: 2,
      countedAt: beijing('2026-11-24T13:30'),
      bags: [{ bag: bagOfDay2, cd34PerUl: 1500, volumeMl: 180 }],
    });
}
