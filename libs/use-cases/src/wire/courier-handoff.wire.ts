import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, measure, orNone } from './fields.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const seal = line('Seal number', 40);
const signatures = { givenBy: line('Given by'), takenBy: line('Taken by'), seal };

/** How the handover's commands come in. */
export const courierHandoffWires: Wires<
  | 'ChargeShipper'
  | 'PackBox'
  | 'HandOverToCourier'
  | 'RecordCargoAccepted'
  | 'RecordCargoLoaded'
  | 'RecordCargoReady'
  | 'DeliverToCentre'
> = {
  ChargeShipper: {
    title: 'Record the charging of the dry shipper',
    schema: z.strictObject({
      shipper: line('Shipper', 40),
      chargedAt: zonedTime('Charged at'),
      validatedHoldHours: measure({ title: 'Validated hold', unit: 'hours', least: 12, most: 720 }),
      requalifiedAt: orNone(zonedTime('Qualified anew at'), {
        title: 'Qualified anew at',
        description: 'After its last use; empty if it was not, and its hold is then trusted for less',
      }),
      loggerSerial: line('Serial number of the logger', 40),
      startCelsius: measure({ title: 'Temperature at the start', unit: '°C', least: -200, most: 40 }),
    }),
  },
  RecordCargoAccepted: {
    title: 'Record that the carrier accepted the unit',
    schema: z.strictObject({
      acceptedAt: zonedTime('Accepted at'),
      facility: line('Facility'),
      acceptedBy: line('Accepted by'),
      seal,
    }),
  },
  RecordCargoLoaded: {
    title: 'Record that the unit is aboard',
    schema: z.strictObject({ booking: line('Booking', 20), loadedAt: zonedTime('Loaded at') }),
  },
  RecordCargoReady: {
    title: 'Record that the unit is ready to be collected',
    schema: z.strictObject({ readyAt: zonedTime('Ready at'), facility: line('Facility') }),
  },
  PackBox: {
    title: 'Record the packed box',
    schema: z.strictObject({
      box: line('Box', 40),
      logger: line('Temperature logger', 40),
      seal,
      bags: z
        .array(bag('Bag'))
        .min(1)
        .max(24)
        .meta({ title: 'Bags', description: 'As read from the labels, each once' }),
      packedAt: zonedTime('Packed at'),
    }),
  },
  HandOverToCourier: {
    title: 'Record the handover to the courier',
    schema: z.strictObject({ handedOverAt: zonedTime('Handed over at'), ...signatures }),
  },
  DeliverToCentre: {
    title: 'Record the delivery to the centre',
    schema: z.strictObject({ deliveredAt: zonedTime('Delivered at'), ...signatures }),
  },
};
