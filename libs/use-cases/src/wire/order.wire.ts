import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { clockTime, day, line, longText, measure, timeZone, wholeNumber } from './fields.js';
import { grid } from './identifier-fields.js';

const site = (title: string) =>
  z
    .strictObject({
      name: line('Name'),
      city: line('City', 80),
      zone: timeZone('Time zone'),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional()
        .meta({ title: 'Country', description: 'Two letters, as US; its checklist is asked on receipt' }),
    })
    .meta({ title });

const dose = { unit: 'million CD34+ per kg', least: 0.1, most: 60 };

const recipient = z
  .strictObject({
    ref: line('Recipient', 10).meta({ title: 'Recipient', description: 'A label such as R1; never a name' }),
    weightKg: measure({ title: 'Weight', unit: 'kg', least: 0.5, most: 350 }),
    requestedCd34PerKgE6: measure({ title: 'Requested dose', ...dose }),
    minimumCd34PerKgE6: measure({ title: 'Minimum dose', ...dose }),
  })
  .meta({ title: 'Recipient' });

const order = z.strictObject({
  reference: line('Reference', 40),
  example: z
    .boolean()
    .default(false)
    .meta({ title: 'Example', description: 'An invented shipment: it never reaches a real desk' }),
  parties: z
    .strictObject({
      donorRegistry: site('Donor registry'),
      patientRegistry: site('Patient registry'),
      collectionCentre: site('Collection centre'),
      transplantCentre: site('Transplant centre'),
    })
    .meta({ title: 'Parties' }),
  product: z.enum(['HPC-A']).meta({ title: 'Product' }),
  minCelsius: measure({ title: 'Coldest', unit: '°C', least: -200, most: 40 }),
  maxCelsius: measure({ title: 'Warmest', unit: '°C', least: -200, most: 40 }),
  donorGrid: grid('Donor GRID'),
  recipients: z.array(recipient).min(1).max(8).meta({ title: 'Recipients' }),
  collectionDays: z
    .array(day('Day'))
    .min(1)
    .max(2)
    .meta({ title: 'Collection days', description: 'The day, and the reserve day after it' }),
  collectionStartsAtClock: clockTime('Collection starts at'),
  receiptToInfusionMinutes: wholeNumber({ title: 'From receipt to infusion', unit: 'minutes', least: 0, most: 4320 }),
});

/** How the order's commands come in. */
export const orderWires: Wires<'OpenShipment' | 'RecordRegistryConsent'> = {
  OpenShipment: { title: 'Open a shipment', schema: order },
  RecordRegistryConsent: {
    title: 'Record the registry’s consent',
    schema: z.strictObject({ evidence: longText('Evidence of the consent') }),
  },
};
