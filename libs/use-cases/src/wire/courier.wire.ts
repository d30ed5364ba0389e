import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { day, line, longText, orNone } from './fields.js';
import { airWaybill } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

/** Who carries a box, and how they are reached. */
export const courierPerson = {
  name: line('Name'),
  company: line('Company'),
  phone: z
    .string()
    .trim()
    .max(30)
    .regex(/^\+[0-9][0-9 ()-]{5,}$/, 'as +86 10 5555 0100, with the country code')
    .meta({ title: 'Telephone', description: 'With country code, as +86 10 5555 0100' }),
};

/** A country by its two letters. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'as US, two capitals')
  .meta({ title: 'Country', description: 'Two letters, as US' });

/** An id in the pool of couriers. */
export const poolId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'in small letters, digits and hyphens, as courier-07')
  .meta({ title: 'Id in the pool', description: 'Small letters, digits and hyphens: courier-07' });

const otherJourney = z
  .strictObject({ reference: line('Reference', 40), from: day('From'), until: day('Until') })
  .meta({ title: 'Other journey' });

/** Cargo travels by itself: somebody answers for it at any hour. */
const contact = (title: string) =>
  z
    .strictObject({ name: courierPerson.name, phone: courierPerson.phone })
    .meta({ title, description: 'Answers at any hour' });

/** How a visa or waiver stands. */
export const visaFields = {
  country,
  standing: z.enum(['not-needed', 'held', 'applied', 'expeditable']).meta({
    title: 'Visa',
    'x-words': { applied: 'Applied for', expeditable: 'Can be had by express' },
  }),
  until: orNone(day('Valid until'), { title: 'Valid until' }),
};
const visa = z.strictObject(visaFields).meta({ title: 'Visa' });

const papers = {
  trainedUntil: day('Training valid until'),
  passportValidUntil: day('Passport valid until'),
};

/** Somebody's papers before they are checked. */
export const knownPapers = orNone(
  z
    .strictObject({ ...papers, visas: z.array(visa).max(65).default([]).meta({ title: 'Visas' }) })
    .meta({ title: 'Papers' }),
  { title: 'Papers', description: 'As far as they are known: held against the journey at once' },
);

const person = (title: string) =>
  z
    .strictObject({
      ...courierPerson,
      poolId: orNone(poolId, {
        title: 'Id in the pool',
        description: 'With it, what is left out is taken from the pool of couriers as it stands now',
      }),
      basedIn: orNone(country, { title: 'Sets out from', description: 'Two letters, as US; empty: not stated' }),
      restUntil: orNone(zonedTime('Rests until'), { title: 'Rests until' }),
      alsoOn: z
        .array(otherJourney)
        .max(20)
        .default([])
        .meta({ title: 'Other journeys', description: 'Of the pool: open shipments that it names this courier for' }),
      papers: knownPapers,
    })
    .meta({ title, 'x-kind': 'courier' });

/** How the courier's commands come in. */
export const courierWires: Wires<
  | 'NominateCourier'
  | 'RecordCourierFit'
  | 'RecordVisa'
  | 'RecordPositioningTrip'
  | 'RecordCourierInPosition'
  | 'SendSubstitute'
  | 'BookCargo'
> = {
  NominateCourier: {
    title: 'Nominate the courier',
    schema: z.strictObject({
      courier: person('Courier'),
      substitute: person('Substitute'),
      nominatedAt: zonedTime('Nominated at'),
    }),
  },
  RecordCourierFit: {
    title: 'Record that the courier is fit to travel',
    schema: z.strictObject({
      ...papers,
      visas: z.array(visa).max(20).meta({ title: 'Visas', description: 'One for each country entered' }),
      lastJourneyEndedAt: orNone(zonedTime('Last journey ended at'), {
        title: 'Last journey ended at',
        description: 'From it the rest is counted; empty: not stated',
      }),
      checkedAt: zonedTime('Checked at'),
    }),
  },
  RecordVisa: {
    title: 'Record a visa of the courier',
    schema: z.strictObject({ ...visaFields, recordedAt: zonedTime('As of') }),
  },
  RecordPositioningTrip: {
    title: 'Record the trip to the collection centre',
    schema: z
      .strictObject({
        departsAt: zonedTime('Departs'),
        arrivesAt: zonedTime('In town at'),
        flight: orNone(line('Flight or train', 40), { title: 'Flight or train' }),
        staysUntil: orNone(day('Stays until'), { title: 'Stays until', description: 'The last night that is booked' }),
        bookedAt: zonedTime('Booked at'),
      })
      .meta({ title: 'Trip' }),
  },
  RecordCourierInPosition: {
    title: 'Record that the courier is in position',
    schema: z.strictObject({ positionedAt: zonedTime('In position at') }),
  },
  BookCargo: {
    title: 'Book the unit as cargo',
    schema: z.strictObject({
      carrier: line('Carrier'),
      waybill: airWaybill('Air waybill'),
      shipperContact: contact('Contact at the bank'),
      consigneeContact: contact('Contact at the transplant centre'),
      bookedAt: zonedTime('Booked at'),
    }),
    grave: 'Nobody travels with the unit: no courier is needed, and every loading is asked about.',
  },
  SendSubstitute: {
    title: 'Send the substitute',
    schema: z.strictObject({
      reason: longText('Reason'),
      nextSubstitute: orNone(person('Next substitute'), { title: 'Next substitute' }),
      decidedAt: zonedTime('Decided at'),
    }),
    grave: 'The substitute becomes the courier, and fitness to travel is checked again.',
  },
};
