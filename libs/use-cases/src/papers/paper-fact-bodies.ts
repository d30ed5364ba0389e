import { productNames } from '@cellrelay/shipment';
import { z } from 'zod';
import { country, courierPerson } from '../wire/courier.wire.js';
import { report } from '../wire/faults.js';
import { day, line, measure, orNone } from '../wire/fields.js';

/** A line of an address as it is written there, in any script. */
const lines = z
  .array(line('Line', 120))
  .min(1)
  .max(6)
  .meta({ title: 'Address', description: 'A line each, as it stands on an envelope, with the country' });
const city = line('City', 80);
const phone = courierPerson.phone;
const product = z.enum(productNames).meta({ title: 'Product' });

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const noCurrency = {
  code: 'currency-unknown',
  sentence: 'There is no such currency: write its three letters, as USD.',
  allowed: ['the three letters of a currency (ISO 4217), as USD'],
};

const worth = {
  amount: z
    .number()
    .positive()
    .max(1_000_000)
    .multipleOf(0.01)
    .meta({ title: 'Amount', description: 'For customs purposes alone; more than nothing' }),
  currency: z
    .string()
    .max(3)
    .transform((text, context) => (currencies.has(text) ? text : report(context, noCurrency)))
    .meta({ title: 'Currency', description: 'Three letters, as USD' }),
};

const edge = (title: string) => measure({ title, unit: 'cm', least: 1, most: 300 });

const box = z.strictObject({
  box: line('Box', 40).meta({
    title: 'Box',
    description: 'Its number; ABC* for every number that begins with ABC',
  }),
  sizeCm: z.strictObject({ length: edge('Length'), width: edge('Width'), height: edge('Height') }).meta({
    title: 'Outer size',
  }),
});

/** What an organisation enters once for all papers that it makes. */
export const siteBody = z.strictObject({
  issuer: orNone(z.strictObject({ name: line('Name'), city, lines }).meta({ title: 'Who makes the papers' }), {
    title: 'Who makes the papers',
    description: 'Their letterhead',
  }),
  hotline: orNone(phone, {
    title: 'Telephone answered at any hour',
    description: 'With country code, as +1 555 010 0100',
  }),
  signatory: orNone(z.strictObject({ name: line('Name'), position: line('Position') }).meta({ title: 'Who signs' }), {
    title: 'Who signs',
  }),
  boxes: z.array(box).max(100).default([]).meta({ title: 'Boxes', description: 'Each number once' }),
  values: z
    .array(z.strictObject({ product, ...worth }))
    .max(productNames.length)
    .default([])
    .meta({ title: 'Value for customs', description: 'Of each product once, where a shipment states no other' }),
});

export const postalBody = z.strictObject({
  city,
  lines,
  phone: orNone(phone, { title: 'Telephone', description: 'Whom a courier calls there' }),
});

/** Whom it is entered for, as it was answered to whoever enters it: should somebody else stand there by now, it is refused, and nothing of one is kept as another’s. */
const of = line('Of', 300).meta({ title: 'Of', description: 'As it was answered' });

export const passportBody = z.strictObject({
  of,
  passport: orNone(
    z
      .strictObject({
        number: z
          .string()
          .trim()
          .regex(/^[A-Z0-9]{4,20}$/, 'as X0000001, in capitals and digits')
          .meta({ title: 'Number', description: 'As it stands in the passport, in capitals and digits' }),
        country,
        validUntil: day('Valid until'),
      })
      .meta({ title: 'Passport' }),
    { title: 'Passport', description: 'Left empty, none is printed any more' },
  ),
});

const marker = z.strictObject({
  marker: line('Marker', 40).meta({ title: 'Marker', description: 'By its customary short name, as HBsAg' }),
  result: z.enum(['negative', 'positive', 'not-tested']).meta({ title: 'Result' }),
});

export const markersBody = z.strictObject({
  of,
  markers: orNone(
    z
      .strictObject({
        sampledOn: day('Sampled on'),
        laboratory: line('Laboratory'),
        results: z.array(marker).min(1).max(40).meta({ title: 'Results', description: 'Each marker once' }),
      })
      .meta({ title: 'Test results' }),
    { title: 'Test results', description: 'Left empty, none are printed any more' },
  ),
});

export const valueBody = z.strictObject({
  of,
  value: orNone(z.strictObject(worth).meta({ title: 'Value' }), {
    title: 'Value for customs',
    description: 'Left empty, the one for all shipments of the product',
  }),
});

export const partyBody = z.strictObject({
  of,
  address: orNone(z.strictObject({ lines, phone: postalBody.shape.phone }).meta({ title: 'Address' }), {
    title: 'Address',
    description: 'Left empty, none is printed any more',
  }),
});

/** The bodies by what they are about. */
export const paperFactBodies = {
  ...{ site: siteBody, postal: postalBody, passport: passportBody },
  ...{ markers: markersBody, value: valueBody, party: partyBody },
} as const;
export type PaperFactBodyName = keyof typeof paperFactBodies;

const form = (body: z.ZodObject) => z.toJSONSchema(body, { io: 'input' });
const formWithoutOf = (body: typeof passportBody | typeof markersBody | typeof valueBody | typeof partyBody) =>
  form((body as z.ZodObject).omit({ of: true }));

/** What of them is filled in, as JSON Schemas. */
export const paperFactFields: Readonly<Record<PaperFactBodyName, Readonly<Record<string, unknown>>>> = {
  ...{ site: form(siteBody), postal: form(postalBody), passport: formWithoutOf(passportBody) },
  ...{ markers: formWithoutOf(markersBody), value: formWithoutOf(valueBody), party: formWithoutOf(partyBody) },
};
