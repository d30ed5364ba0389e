import { z } from 'zod';

/** A local time with its zone, and with its offset where a clock change repeats the hour. */
const moment = z
  .strictObject({
    local: z.string().max(19).describe('What the wall clock shows: 2024-09-04T08:00'),
    zone: z.string().max(60).describe('Whose wall clock: IANA zone, such as Asia/Shanghai'),
    offset: z.string().max(6).optional().describe('Only where a clock change repeats the hour: -05:00'),
  })
  .meta({ id: 'moment' });

const statedBy = z
  .strictObject({
    person: z.string().min(1).max(120),
    organisation: z.string().min(1).max(120),
    how: z.enum(['in-person', 'telephone', 'mail', 'signed-link']),
  })
  .describe('Who said it; left out when it is the word of whoever records it');

const body = z.record(z.string(), z.unknown()).describe('The body of the command, as the API takes it');

const states = z
  .record(z.string(), z.string())
  .describe(
    'Part of the shipment and the state it is in: "cell-count: enough", "plan/1: flown", "booking/1.0/1: flown"',
  );

const owed = z.strictObject({ key: z.string().max(200), dueAt: moment }).describe('An agenda item and when it is due');

const standing = z
  .strictObject({
    states: states.optional(),
    owes: z.array(owed).optional(),
    owesNot: z.array(z.string().max(200)).optional().describe('Keys that are not owed'),
    alerts: z.array(z.string().max(200)).optional().describe('Causes of exactly the alerts that stand'),
  })
  .describe('How things stand once everything due has been rung');

const step = z.strictObject({
  at: moment.describe('When it is recorded'),
  do: z
    .string()
    .max(60)
    .describe(
      'The name of the command; or SendReadings: what a logger has read is sent as it would send it; EnterForPapers: what papers say is entered that no log tells; IssuePapers: papers of a plan are made and issued',
    ),
  by: statedBy.optional(),
  despiteRecord: z.literal(true).optional().describe('It stands although the record says otherwise'),
  with: body.describe(
    'The body of the command, as the API takes it; CorrectFact names its fact by kind: fact: { type: HandedOverToCourier, nth: 1 }',
  ),
  expect: z
    .union(
      [z.literal('accepted'), z.strictObject({ refused: z.string().max(80).describe('The code of the refusal') })],
      {
        error: 'as accepted, or as { refused: CODE }',
      },
    )
    .default('accepted'),
  then: standing.optional(),
});

const deskLine = z.strictObject({
  call: z.string().max(200).describe('The key of the agenda item, or its beginning followed by *'),
  says: z.enum(['yes', 'no', 'late', 'silent', 'unclear', 'by-hand']),
  minutes: z.int().min(0).max(20_160).optional().describe('How late, for "late"'),
  reason: z.string().min(1).max(300).optional(),
  validDays: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe('How many days a permit that is given holds; without it no end'),
});

const policyField = z
  .strictObject({ version: z.string().min(1).max(60), over: z.record(z.string(), z.unknown()) })
  .describe('A policy: the one that ships, with these settings instead of its own');

const expectations = z.strictObject({
  states: states.optional(),
  owes: z.array(owed).optional().describe('The whole agenda at the end; [] when nothing is owed any more'),
  rang: z
    .array(z.strictObject({ key: z.string().max(200), at: moment }))
    .optional()
    .describe('Bells, deadlines and calls alike, that were answered at that moment'),
  rangNot: z.array(z.string().max(200)).optional().describe('Keys whose bell was never answered'),
  alerts: z
    .array(z.strictObject({ cause: z.string().max(200), at: moment.optional(), resolved: z.boolean().optional() }))
    .optional()
    .describe('Alerts in the order in which they were raised; with exactly these'),
  log: z
    .record(z.string(), z.int().min(0))
    .optional()
    .describe('Types of event and how many of each the log holds; types that are not named are not looked at'),
});

/** A scenario file. `npm run replay -- FILE` runs it through the whole stack. */
export const scenarioSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'as case-a-day-one: small letters, digits, single hyphens')
      .max(60),
    about: z.string().min(1).max(1000).describe('What it shows, in words'),
    seed: z.int().min(0).max(2_147_483_647).describe('Makes the reference numbers of the rehearsal desks'),
    shipment: z.string().max(36).describe('The id of the shipment: a UUID in lower case'),
    open: z.strictObject({ at: moment, by: statedBy.optional(), with: body }).describe('The formal request'),
    policies: z
      .array(policyField)
      .default([])
      .describe('Policies that the site enters, to be adopted by their version'),
    desks: z
      .array(deskLine)
      .default([])
      .describe('What the desks say otherwise than yes; the first line that fits counts'),
    steps: z.array(step).max(500),
    until: z
      .union([z.literal('closed'), moment], { error: 'as closed, or as { local: ..., zone: ... }' })
      .describe('"closed": until the shipment has ended and nothing is owed'),
    expect: expectations,
  })
  .meta({ title: 'CellRelay scenario' });

export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type MomentField = z.infer<typeof moment>;
export type StandingField = z.infer<typeof standing>;

/** The JSON Schema that is committed beside the scenarios, for editors. */
export function scenarioJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(scenarioSchema, { io: 'input' }), null, 2)}\n`;
}
