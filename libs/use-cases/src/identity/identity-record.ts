import { z } from 'zod';
import { err, localDateAt, ok, type Instant, type Result, type Zone } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { day, line, longText, orNone } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { printableName } from '../wire/text-characters.js';
import { erasureReasons } from './erasure-reasons.js';
import { sides } from './identity-vault.port.js';

/** A name as it is written where the person lives, in any script, in one form of what looks the same (Unicode NFC). */
const personName = (title: string) =>
  z.string().trim().normalize('NFC').min(1).max(200).superRefine(printableName).meta({ title });

/** Who somebody is, as it comes in. */
export const identityRecord = z.strictObject({
  name: personName('Name'),
  otherNames: orNone(personName('Other names'), {
    title: 'Other names',
    description: 'In another script, at birth, or as papers spell it',
  }),
  birthDate: orNone(day('Born on'), { title: 'Born on' }),
  sex: orNone(z.enum(['female', 'male', 'other']), { title: 'Sex' }),
  number: orNone(line('Number', 60), {
    title: 'Number',
    description: 'Of your own register or hospital. Never a number that the other side knows',
  }),
  address: orNone(longText('Address'), { title: 'Address' }),
  contact: orNone(line('Contact', 200), { title: 'Contact', description: 'Telephone or mail' }),
});

export type IdentityFields = z.infer<typeof identityRecord>;

/** The same as JSON Schema, for a form. */
export const identityFields: Readonly<Record<string, unknown>> = z.toJSONSchema(identityRecord, { io: 'input' });

const revision = z.number().meta({ description: 'To be sent as If-Match when the record is changed' });

/** Who somebody is, as it is answered. */
export const identityView = z.object({
  revision,
  name: z.string(),
  otherNames: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.string().nullable(),
  number: z.string().nullable(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
});

const at = z.iso.datetime();
const deed = z.object({ person: z.string(), organisation: z.string(), at });

/** Somebody on one's own side, recorded or not, without what was recorded. */
export const subjectView = z.object({
  subject: z.string().meta({ description: '`donor`, or a recipient’s label' }),
  side: z.enum(sides),
  revision: revision.meta({ description: '0: nothing is recorded' }),
  holder: z
    .string()
    .nullable()
    .meta({ description: 'The organisation that recorded it, or wrote it when that one stood there no more' }),
  recordedAt: at.nullable(),
  erasedAt: at.nullable(),
  lastLook: deed.nullable(),
  lastChange: deed.nullable().meta({ description: 'Who wrote or erased it last' }),
  mayWrite: z.boolean().meta({ description: 'Not of whoever stood there when it was recorded, and does no more' }),
  erasure: z.object({
    heldBy: z.string().nullable().meta({ description: 'What stands against erasing it, in a sentence' }),
    asked: z.object({ person: z.string(), at, reason: z.enum(erasureReasons) }).nullable(),
    may: z.enum(['erase', 'ask', 'confirm']).nullable().meta({ description: 'What one may do about it oneself' }),
  }),
});

/** The fields that say something, by name: all that the audit record is told of what was seen. */
export function namesOfFields(fields: IdentityFields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name]) => name)
    .join(', ');
}

/** Oldest age that is held for possible of somebody alive: more is a mistake in the form. */
const oldestYears = 125;

/** The record that a body comes to, or every fault that was found, each with its field. No refusal repeats a value. */
export function readIdentity(body: unknown, now: Instant): Result<IdentityFields, readonly Refusal[]> {
  const read = identityRecord.safeParse(body);
  if (!read.success) return err(refusalsOf(read.error.issues, namesIn(identityFields)));
  const today = localDateAt(now, 'Pacific/Kiritimati' as Zone);
  const { birthDate } = read.data;
  const oldest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`;
  if (birthDate === null || (birthDate <= today && birthDate >= oldest)) return ok(read.data);
  const allowed = [`${oldest} to ${today}`];
  return err([{ code: 'date-implausible', sentence: 'Nobody alive was born on that day.', at: '/birthDate', allowed }]);
}
