import { uuidForm } from '@cellrelay/kernel';
import { commandCatalogue, documentKinds } from '@cellrelay/use-cases';
import { z } from 'zod';
import { limit, searched } from './query-parts.js';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');
const cursor = z
  .string()
  .regex(/^[\w.:~-]{1,200}$/, 'must be a cursor as answered in `next`')
  .optional()
  .meta({ description: 'Where to go on: `next` of the page before' });

/** What is passed over is read all the same. */
const mostSkipped = 100_000;
const skipped = `must be a whole number from 0 to ${mostSkipped}`;

export const listQuery = z.strictObject({
  view: z.enum(['all', 'urgent', 'mine', 'air', 'decisions']).default('all').meta({
    description:
      'urgent: with a standing alert; mine: waits for the coordinator; air: on the way; decisions: a count is to be decided on',
  }),
  q: searched(100).optional().meta({ description: 'Every word must occur: reference, city, GRID, courier, flight' }),
  example: yesOrNo.optional().meta({ description: 'true: example data only; false: none of it' }),
  live: yesOrNo.optional().meta({ description: 'true: those still open; false: closed and stopped ones' }),
  limit: limit(100, 50),
  cursor,
  skip: z.coerce
    .number({ error: skipped })
    .int({ error: skipped, abort: true })
    .min(0, { error: skipped })
    .max(mostSkipped, { error: skipped })
    .default(0)
    .meta({ description: `How many are passed over first, for whoever jumps in a long list: 0 to ${mostSkipped}` }),
});

export const tasksQuery = z.strictObject({
  owner: z
    .enum(['coordinator', 'collection-centre', 'transplant-centre', 'courier', 'desk', 'system'])
    .optional()
    .meta({ description: 'Whose tasks; without it everybody’s that a person does' }),
  limit: limit(100, 50),
  cursor,
});

export const alertsQuery = z.strictObject({
  standing: yesOrNo.default(true).meta({ description: 'true: raised, acknowledged or escalated; false: resolved too' }),
  limit: limit(100, 50),
  cursor,
});

export const logQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a cursor as answered in `next`')
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before' }),
  limit: limit(500, 100),
});

export const airportsQuery = z.strictObject({
  q: searched(60)
    .min(2, 'must have at least two letters')
    .meta({ description: 'The beginning of an IATA code, or of a word in a city’s or an airport’s name' }),
});

const year = z.coerce
  .number({ error: 'must be a year, such as 2026' })
  .int('must be a year, such as 2026')
  .min(1970, 'must be 1970 or later')
  .max(2100, 'must be 2100 or before')
  .optional();
const years = {
  year: year.meta({ description: 'One year; else see from and to' }),
  from: year.meta({ description: 'The first year' }),
  to: year.meta({ description: 'The last year; the current one unless told' }),
};

export const figuresQuery = z.strictObject({
  ...years,
  examples: yesOrNo.default(false).meta({ description: 'true: example shipments are counted too' }),
  format: z.enum(['json', 'csv']).optional().meta({ description: 'Goes before what Accept asks for' }),
});

export const pastTotalsQuery = z.strictObject(years);

export const policyParams = z.object({
  version: z.string().meta({ description: 'The version of the policy: default-1' }),
});

export const couriersQuery = z.strictObject({
  q: searched(100)
    .default('')
    .meta({ description: 'Every word must occur: name, company, telephone, countries, languages' }),
  limit: limit(200, 50),
});

const organisation = z
  .string()
  .regex(uuidForm, 'must be an organisation’s id')
  .optional()
  .meta({ description: 'Whose, for the operator’s administrators; one’s own unless told' });

export const pageQuery = z.strictObject({ limit: limit(100, 50), cursor });

export const linksQuery = z.strictObject({
  limit: limit(100, 50),
  cursor: z
    .string()
    .regex(uuidForm, 'must be a cursor as answered in `next`')
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before' }),
});

export const limitQuery = z.strictObject({ limit: limit(100, 50) });

export const ofOrganisationQuery = z.strictObject({ organisation });

export const peopleQuery = pageQuery.extend({ organisation });

export const courierParams = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .meta({ description: 'The courier’s id: small letters, digits and hyphens' }),
});

export const downtimeParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,18}$/)
    .meta({ description: 'The downtime’s number' }),
});

export const liveQuery = z.strictObject({
  after: z
    .string()
    .regex(/^[\w.:~-]{1,100}$/, 'must be an event id of this stream')
    .optional()
    .meta({ description: 'Where to begin, for clients that cannot send Last-Event-ID; without either: from now on' }),
});

/** As the provider writes them; others may stand beside them, and are none of ours (RFC 6749, section 4.1.2). */
export const callbackQuery = z.object({
  code: z.string().optional().meta({ description: 'What the provider gives for a token' }),
  state: z.string().optional().meta({ description: 'As it was sent away with' }),
  iss: z.string().optional().meta({ description: 'Who answers (RFC 9207)' }),
  error: z.string().optional().meta({ description: 'Why not' }),
});

export const shipmentParams = z.object({
  id: z.string().regex(uuidForm).meta({ description: 'The shipment’s id: a UUID in lower case' }),
});
export const logLineParams = shipmentParams.extend({
  line: z.string().max(9).meta({ description: 'The line’s number in the log' }),
});
export const deviationParams = shipmentParams.extend({
  deviation: z.string().max(10).meta({ description: 'The deviation’s number, as D1' }),
});
export const subjectParams = shipmentParams.extend({
  subject: z.string().max(10).meta({ description: '`donor`, or a recipient’s label, as R1' }),
});
export const grantParams = subjectParams.extend({
  grant: z.string().max(36).meta({ description: 'The disclosure’s id' }),
});
export const disclosedParams = subjectParams.extend({
  document: z.enum(documentKinds).meta({ description: 'The kind of paper that it is read for' }),
});
const personCommands = commandCatalogue.filter((entry) => entry.by === 'person').map((entry) => entry.name);
export const commandParams = shipmentParams.extend({
  name: z.enum(personCommands).meta({ description: 'The command’s name' }),
});
