import { z } from 'zod';
import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { clockTime, orNone, timeZone } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { zonedTime } from '../wire/zoned-time.js';
import type { TellingWish } from './telling-wish.js';
import { placesOnCall, type Roster } from './roster.js';
import { rosterFaults } from './roster-faults.js';

const account = z.string().max(40).meta({ description: 'The account’s id' });
const place = z.int().min(1).max(placesOnCall).meta({ description: 'Who is told first has place 1' });
const times = { from: zonedTime('From'), to: zonedTime('To') };

/** A roster as it comes in, whole. */
export const rosterBody = z.strictObject({
  zone: timeZone('Zone of the weekly turns'),
  shifts: z
    .array(
      z.strictObject({
        account,
        place,
        weekday: z.int().min(1).max(7).meta({ description: '1 is Monday; the day on which it begins' }),
        from: clockTime('From'),
        to: clockTime('To'),
      }),
    )
    .max(200),
  exceptions: z.array(z.strictObject({ account: account.nullable(), place, ...times })).max(200),
  substitutions: z.array(z.strictObject({ absent: account, by: account, ...times })).max(200),
});

const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'Write the number as +4930123456.');
const ownChannel = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('mail'), to: z.email('Write the address as name@example.org.').max(200) }),
  z.strictObject({ channel: z.literal('sms'), to: number }),
  z.strictObject({ channel: z.literal('voice'), to: number }),
]);

/** How somebody wants to be told, as it comes in. */
export const wishBody = z.strictObject({
  zone: timeZone('Zone of the quiet hours'),
  quiet: orNone(z.strictObject({ from: clockTime('From'), to: clockTime('To') }), {
    title: 'Quiet hours',
    description: 'What is no emergency waits for their end; what is critical does not',
  }),
  channels: z.array(ownChannel).max(6).meta({ description: 'The first is tried first' }),
});

const nameOf = namesIn(z.toJSONSchema(rosterBody, { io: 'input' }));

/** The roster that a body comes to, or every fault that was found. `people` are the accounts that may be on call there; who stands in the roster already and has left may stay until they are taken out. */
export function readRoster(body: unknown, people: readonly string[]): Result<Roster, readonly Refusal[]> {
  const read = rosterBody.safeParse(body, { reportInput: true });
  if (!read.success) return err(refusalsOf(read.error.issues, nameOf));
  const faults = rosterFaults(read.data, people);
  return faults.length === 0 ? ok(read.data) : err(faults);
}

const wishNameOf = namesIn(z.toJSONSchema(wishBody, { io: 'input' }));

const neverOver: Refusal = {
  code: 'ends-before-it-begins',
  sentence: 'Quiet hours end at another time than they begin: these would never be over.',
  at: '/quiet/to',
};

/** How somebody wants to be told, or every fault that was found. */
export function readWish(body: unknown): Result<TellingWish, readonly Refusal[]> {
  const read = wishBody.safeParse(body, { reportInput: true });
  if (!read.success) return err(refusalsOf(read.error.issues, wishNameOf));
  const { quiet } = read.data;
  return quiet !== null && quiet.from === quiet.to ? err([neverOver]) : ok(read.data);
}
