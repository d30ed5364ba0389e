import { confidences, demandKinds, directions, jurisdictionCodes, kindsOfPaper, outcomes } from '@cellrelay/paperwork';
import { productNames } from '@cellrelay/shipment';
import { z } from 'zod';
import { pageOf } from '../questions/views.js';

const date = z.string().meta({ description: 'A day of the calendar, as 2026-11-23' });

export const confirmationView = z.object({
  id: z.string(),
  rule: z.string(),
  version: z.number(),
  person: z.string(),
  source: z.string(),
  confirmedOn: date,
  until: date.nullable().meta({ description: 'The last day of trips that it counts for' }),
  example: z.boolean().meta({ description: 'Invented: it counts for example trips alone' }),
});

const when = z.object({
  directions: z.array(z.enum(directions)),
  products: z.array(z.enum(productNames)).optional(),
  markers: z.enum(['negative', 'positive']).optional(),
  manipulated: z.boolean().optional(),
  frozen: z.boolean().optional(),
  carriage: z.enum(['cabin', 'cargo']).optional(),
  containerMoreThanMl: z.number().optional(),
  otherEndIn: z.array(z.string()).optional(),
  otherEndNotIn: z.array(z.string()).optional(),
});

const demands = z.object({
  kind: z.enum(demandKinds),
  paper: z.enum(kindsOfPaper),
  applicant: z.string().optional(),
  leadWorkingDays: z.number().optional(),
  validity: z.string().optional(),
  code: z.object({ hs: z.string(), suffix: z.string().optional() }).optional(),
  checks: z.array(z.string()).optional(),
  regulariseWorkingDays: z.number().optional(),
});

const told = {
  id: z.string(),
  version: z.number(),
  jurisdiction: z.enum(jurisdictionCodes),
  place: z.string().meta({ description: 'The jurisdiction’s name' }),
  demands,
  citations: z.array(z.object({ title: z.string(), address: z.string().nullable(), asOf: date })),
  confidence: z.enum(confidences),
  askedOf: z.string().meta({ description: 'Who is asked whether it holds' }),
  sentences: z.array(z.object({ message: z.string(), english: z.string() })),
};

export const ruleView = z.object({
  ...told,
  when,
  inForce: z.object({ from: date.nullable(), to: date.nullable() }),
  standing: z
    .enum(['prints', 'confirm', 'out-of-force'])
    .meta({ description: 'On the day that was asked about, where it applies' }),
  owner: z.string(),
  /** Null: it came with the software. */
  entered: z
    .object({ person: z.string(), reason: z.string(), by: z.string(), at: z.iso.datetime() })
    .nullable()
    .meta({ description: 'Who entered this version; null: it came with the software' }),
  confirmation: confirmationView.nullable().meta({ description: 'Of this version, where one stands' }),
});

const note = z.object({ jurisdiction: z.string(), english: z.string() });

export const ruleList = pageOf(ruleView).extend({
  on: date.meta({ description: 'The day that was asked about' }),
  notes: z.array(note).meta({ description: 'What is to be known of the jurisdictions on this page on that day' }),
});

export const tripRule = z.object({
  ...told,
  country: z.string(),
  direction: z.enum(directions),
  airport: z.string().nullable(),
  days: z
    .array(date)
    .meta({ description: 'The days of the passage, of each plan, in the calendar of its place: they choose the law' }),
  plans: z.array(z.number()),
  outcome: z.enum(outcomes),
  why: z.string(),
  task: z.string().nullable().meta({ description: 'What is to be done before it can print' }),
  confirmation: confirmationView.nullable(),
});

export const tripRules = pageOf(tripRule).extend({
  notes: z.array(note),
  example: z.boolean().meta({ description: 'An invented trip, for which invented confirmations count' }),
});

export type RuleView = z.infer<typeof ruleView>;
export type RuleList = z.infer<typeof ruleList>;
export type TripRuleView = z.infer<typeof tripRule>;
export type TripRules = z.infer<typeof tripRules>;
