import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { day, line, longText, orNone } from './fields.js';
import { airWaybill } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+[0-9][0-9 ()-]{5,}$/, 'as +86 10 5555 0100, with the country code')
  .meta({ title: 'Telephone', description: 'With country code, as +86 10 5555 0100' });

/** Cargo travels by itself: somebody answers for it at any hour. */
const contact = (title: string) =>
  z.strictObject({ name: line('Name'), phone }).meta({ title, description: 'Answers at any hour' });

const person = (title: string) =>
  z
    .strictObject({
      name: line('Name'),
      company: line('Company'),
      phone,
    })
    .meta({ title });

const visa = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'as US, two capitals')
      .meta({ title: 'Country', description: 'Two letters, as US' }),
    standing: z.enum(['not-needed', 'held', 'applied', 'expeditable']).meta({ title: 'Visa' }),
  })
  .meta({ title: 'Visa' });

/** How the courier's commands come in. */
export const courierWires: Wires<
  'NominateCourier' | 'RecordCourierFit' | 'RecordCourierInPosition' | 'SendSubstitute' | 'BookCargo'
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
      trainedUntil: day('Training valid until'),
      passportValidUntil: day('Passport valid until'),
      visas: z.array(visa).max(20).meta({ title: 'Visas', description: 'One for each country entered' }),
      checkedAt: zonedTime('Checked at'),
    }),
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
