import { z } from 'zod';
import { err, ok, type LocalDate, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { PooledCourier } from '../couriers.port.js';
import { country, courierPerson, poolId, visaFields } from '../wire/courier.wire.js';
import { day, orNone } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { zonedTime } from '../wire/zoned-time.js';
import { implausible } from './plausible.js';

const passport = z.strictObject({ country, validUntil: day('Valid until') }).meta({ title: 'Passport' });
const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .meta({ title: 'Language', description: 'Two small letters, as en' });

/** A courier's record as it comes in; its id stands in the address. */
export const courierRecord = z.strictObject({
  ...courierPerson,
  basedIn: orNone(country, { title: 'Sets out from', description: 'Two letters, as US; empty: not stated' }),
  trainedUntil: day('Training valid until'),
  passports: z.array(passport).min(1).max(5).meta({ title: 'Passports' }),
  visas: z
    .array(z.strictObject(visaFields))
    .max(60)
    .default([])
    .meta({ title: 'Visas', description: 'Each country once' }),
  restUntil: orNone(zonedTime('Rests until'), { title: 'Rests until' }),
  languages: z.array(language).max(20).default([]).meta({ title: 'Languages' }),
});

/** The same as JSON Schema, for a form. */
export const courierFields: Readonly<Record<string, unknown>> = z.toJSONSchema(courierRecord, { io: 'input' });

/** A courier's record as it is answered. */
export const courierView = z.object({
  id: z.string(),
  revision: z.number().meta({ description: 'To be sent as If-Match when the record is changed' }),
  name: z.string(),
  company: z.string(),
  phone: z.string(),
  basedIn: z.string().nullable(),
  trainedUntil: z.string(),
  passports: z.array(z.object({ country: z.string(), validUntil: z.string() })),
  visas: z.array(z.object({ country: z.string(), standing: z.string(), until: z.string().nullable() })),
  restUntil: z.object({ at: z.string(), zone: z.string() }).nullable(),
  languages: z.array(z.string()),
});

/** The record that a body comes to, or every fault that was found, each with its field. `today` says which dates can be meant. */
export function readCourierRecord(
  id: string,
  body: unknown,
  today: LocalDate,
): Result<PooledCourier, readonly Refusal[]> {
  if (!poolId.safeParse(id).success) return err([idMalformed]);
  const read = courierRecord.safeParse(body, { reportInput: true });
  if (!read.success) {
    return err(refusalsOf(read.error.issues, namesIn(courierFields)));
  }
  const { data } = read;
  const twice = [...repeated(data.passports, '/passports'), ...repeated(data.visas, '/visas')];
  const faults = [...twice, ...implausible(data, today)];
  return faults.length > 0 ? err(faults) : ok({ id, ...data });
}

const idMalformed: Refusal = {
  code: 'courier-id-malformed',
  sentence: 'A courier’s id has small letters, digits and hyphens, at most 40: courier-07.',
};

function repeated(items: readonly { readonly country: string }[], at: string): readonly Refusal[] {
  return items.flatMap(({ country: one }, index) =>
    items.findIndex((each) => each.country === one) === index
      ? []
      : [{ code: 'country-twice', sentence: `${one} is given twice.`, at: `${at}/${index}/country` }],
  );
}
