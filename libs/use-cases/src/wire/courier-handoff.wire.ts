import { z } from 'zod';
import { checksOf, type CheckPlace } from '@cellrelay/shipment';
import type { Airports } from '../ports.js';
import type { Wires } from './command-wire.js';
import { courierPerson, knownPapers, poolId } from './courier.wire.js';
import { line, longText, measure, orNone } from './fields.js';
import { airport } from './flight-field.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const holdHours = orNone(measure({ title: 'Validated hold', unit: 'hours', least: 1, most: 720 }), {
  title: 'Validated hold',
  description: 'For how long the container is validated to keep its temperature; empty: not stated',
});
const preconditionedAt = orNone(zonedTime('Preconditioned at'), { title: 'Preconditioned at' });
const closed = {
  box: line('Box', 40),
  logger: line('Temperature logger', 40),
  seal: line('Seal number', 40),
  validatedHoldHours: holdHours,
  preconditionedAt,
};

/** The answers to the checks of that place; what is left out was not checked. */
function checks(place: CheckPlace) {
  const answer = z.strictObject({
    check: z.enum(checksOf(place)).meta({ title: 'Check' }),
    found: z.enum(['as-it-should-be', 'differs', 'not-checked']).meta({ title: 'Found' }),
    note: orNone(longText('What was found'), {
      title: 'What was found',
      description: 'Needed where it differs',
    }).meta({ 'x-when': { found: 'differs' } }),
  });
  return z
    .array(answer.meta({ title: 'Check' }))
    .max(30)
    .default([])
    .meta({ title: 'Checks', description: 'What was looked at, and how it was found' });
}

const signed = (place: CheckPlace) => ({
  givenBy: line('Given by'),
  takenBy: line('Taken by'),
  seal: line('Seal number', 40),
  sealDiffersReason: orNone(longText('Why the box is taken under another seal'), {
    title: 'Why the box is taken under another seal',
    description: 'Only where the seal that was read is not the one on record',
  }),
  checks: checks(place),
});

const packing = {
  ...closed,
  bags: z.array(bag('Bag')).min(1).max(24).meta({ title: 'Bags', description: 'As read from the labels, each once' }),
  packedBy: orNone(line('Packed by'), { title: 'Packed by' }),
  readBackBy: orNone(line('Read back by'), { title: 'Read back by', description: 'Another person than who packed' }),
  ambientCelsius: orNone(measure({ title: 'Temperature of the room', unit: '°C', least: -40, most: 60 }), {
    title: 'Temperature of the room',
  }),
  loggerStartedAt: orNone(zonedTime('Logger started at'), { title: 'Logger started at' }),
  loggerStartCelsius: orNone(measure({ title: "Logger's first temperature", unit: '°C', least: -200, most: 60 }), {
    title: "Logger's first temperature",
  }),
  checks: checks('packing'),
  shortHold: orNone(
    z
      .strictObject({ reason: longText('Reason'), person: line('Word of, at the transplant centre') })
      .meta({ title: 'A short hold is accepted' }),
    {
      title: 'A short hold is accepted',
      description: 'Only where the validated hold is less than the plan needs, on the word of the transplant centre',
    },
  ),
};

const secondBox = orNone(z.strictObject(closed).meta({ title: 'Second box' }), {
  title: 'Second box',
  description: 'The box that the bags moved into; empty: the same box goes on',
});

const relayPlan = {
  courier: z
    .strictObject({
      ...courierPerson,
      poolId: orNone(poolId, {
        title: 'Id in the pool',
        description: 'With it, what is left out is taken from the pool of couriers as it stands now',
      }),
      papers: knownPapers,
    })
    .meta({ title: 'Second courier' }),
  box: line('Second box', 40),
  validatedHoldHours: holdHours,
  logger: orNone(line('Temperature logger', 40), { title: 'Temperature logger' }),
};

type Names =
  | 'ChargeShipper'
  | 'RecordCargoAccepted'
  | 'RecordCargoLoaded'
  | 'RecordCargoReady'
  | 'PackBox'
  | 'HandOverToCourier'
  | 'PlanRelay'
  | 'CancelRelay'
  | 'RecordRelayHandover'
  | 'DeliverToCentre';

/** How the handover's commands come in. */
export function courierHandoffWires(airports: Airports): Wires<Names> {
  const code = airport(airports, 'Airport')
    .transform(({ iata }) => iata)
    .meta({ title: 'Airport', 'x-kind': 'airport', description: 'IATA code, as PEK' });
  return {
    ...frozenWires,
    PackBox: {
      title: 'Record the packed box',
      schema: z.strictObject({ ...packing, packedAt: zonedTime('Packed at') }),
    },
    HandOverToCourier: {
      title: 'Record the handover to the courier',
      schema: z.strictObject({ handedOverAt: zonedTime('Handed over at'), ...signed('pick-up') }),
    },
    PlanRelay: {
      title: 'Plan a relay',
      schema: z.strictObject({ airport: code, ...relayPlan, plannedAt: zonedTime('Planned at') }),
    },
    CancelRelay: {
      title: 'Cancel the relay',
      schema: z.strictObject({ reason: longText('Reason'), cancelledAt: zonedTime('Cancelled at') }),
      grave: 'Nobody relieves the courier: the box that is under way has to hold until the transplant centre opens it.',
    },
    RecordRelayHandover: {
      title: 'Record the relay',
      schema: z.strictObject({
        handedOverAt: zonedTime('Handed over at'),
        airport: code,
        ...signed('relay'),
        secondBox,
      }),
    },
    DeliverToCentre: {
      title: 'Record the delivery to the centre',
      schema: z.strictObject({ deliveredAt: zonedTime('Delivered at'), ...signed('delivery') }),
    },
  };
}

/** What is said of a frozen unit alone. */
const frozenWires: Wires<'ChargeShipper' | 'RecordCargoAccepted' | 'RecordCargoLoaded' | 'RecordCargoReady'> = {
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
      seal: line('Seal number', 40),
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
};
