import { beijing, houston, order, planBody, Trip } from './example-trip.js';

/** A frozen cord blood unit on the example trip's way, as cargo, for the specs beside this file. */

export const unitBag = 'G123498654321/S2598V00';

export const unitOrder = {
  ...order,
  product: 'HPC-CB',
  minCelsius: null,
  maxCelsius: null,
  donorGrid: null,
  unit: {
    ...{ din: 'G1234 98 654321 00 H', productCode: 'S2598V00', volumeMl: 25, tncE8: 12, cd34E6: 4.8 },
    ...{ storedAtOrBelowCelsius: -150, shipOn: '2026-11-24', conditioningStartsOn: '2026-12-01' },
  },
  recipients: [
    {
      ...{ ref: 'R1', weightKg: 24 },
      doses: [
        { metric: 'TNC', per: 'kg', requested: 0.3, minimum: 0.25 },
        { metric: 'CD34', per: 'kg', requested: 0.15, minimum: 0.1 },
      ],
    },
  ],
  collectionDays: [],
  collectionStartsAtClock: '00:30',
  receiptToInfusionMinutes: 60,
};

/** Ordered, planned, with its seats, released and booked as cargo. */
export function unitOrdered(): Trip {
  const held = (booking: string) => ({
    ...{ booking, record: 'REC001', heldAt: beijing('2026-11-03T10:00') },
    ...{ holdLapsesAt: beijing('2026-11-20T10:00'), giveUpBy: beijing('2026-11-20T10:00') },
  });
  const contact = (name: string) => ({ name, phone: '+1 713 555 0100' });
  return new Trip()
    .at('2026-11-02T08:00Z', 'OpenShipment', unitOrder)
    .at('2026-11-02T09:00Z', 'ProposePlan', planBody(1))
    .at('2026-11-03T02:05Z', 'RecordSeatsHeld', held('1.0/1'))
    .at('2026-11-03T02:06Z', 'RecordSeatsHeld', held('1.1/1'))
    .at('2026-11-05T02:00Z', 'ReleaseUnit', {
      ...{ releasedAt: beijing('2026-11-05T09:00'), by: 'Bank Laboratory', reference: 'REL-1' },
    })
    .at('2026-11-06T02:00Z', 'BookCargo', {
      ...{ carrier: 'Example Air Cargo', waybill: '999-1234 5675', bookedAt: beijing('2026-11-06T09:00') },
      ...{ shipperContact: contact('Bank Desk'), consigneeContact: contact('Cell Laboratory') },
    });
}

/** In its shipper, whose hold runs. */
export function unitCharged(trip: Trip): Trip {
  return trip.at('2026-11-23T02:00Z', 'ChargeShipper', {
    ...{ shipper: 'DS-4', chargedAt: beijing('2026-11-23T09:30'), validatedHoldHours: 240 },
    ...{ requalifiedAt: beijing('2026-11-01T09:00'), loggerSerial: 'LG-31', startCelsius: -190 },
  });
}

/** Packed, and accepted as cargo in Beijing. */
export function unitWithCarrier(trip: Trip): Trip {
  return trip
    .at('2026-11-23T22:00Z', 'PackBox', {
      ...{ box: 'DS-4', logger: 'LG-31', seal: 'S-100', bags: [unitBag], packedAt: beijing('2026-11-24T05:30') },
    })
    .at('2026-11-23T22:30Z', 'RecordCargoAccepted', {
      ...{ acceptedAt: beijing('2026-11-24T06:10'), facility: 'Example Air Cargo, PEK' },
      ...{ acceptedBy: 'F. Example', seal: 'S-100' },
    });
}

/** Ready at the destination, collected, received and accepted. */
export function unitReceived(trip: Trip): Trip {
  return trip
    .at('2026-11-25T05:00Z', 'RecordCargoReady', {
      ...{ readyAt: houston('2026-11-24T22:30'), facility: 'Example Air Cargo, IAH' },
    })
    .at('2026-11-25T07:00Z', 'DeliverToCentre', {
      ...{ deliveredAt: houston('2026-11-25T00:30'), givenBy: 'G. Example', takenBy: 'H. Example', seal: 'S-100' },
    })
    .at('2026-11-25T07:10Z', 'RecordReceipt', {
      ...{ receivedAt: houston('2026-11-25T00:40'), bags: [unitBag], boxCelsius: -182, sealIntact: true },
    })
    .at('2026-11-25T07:20Z', 'AcceptProduct', { acceptedAt: houston('2026-11-25T01:00') });
}

/** And put into the centre's tank. */
export function unitStored(trip: Trip): Trip {
  return unitReceived(trip).at('2026-11-25T07:40Z', 'StartInfusion', {
    ...{ bag: unitBag, startedAt: houston('2026-11-25T01:20'), how: 'stored-frozen' },
  });
}
