import { confidences, demandKinds, directions, jurisdictionCodes, kindsOfPaper, type Rule } from '@cellrelay/paperwork';
import { productNames } from '@cellrelay/shipment';
import { z } from 'zod';
import { country } from '../wire/courier.wire.js';
import { day, line, longText, orNone } from '../wire/fields.js';

const countries = z.array(country).min(1).max(60);
const workingDays = z.int().min(0).max(250);

const when = z.strictObject({
  directions: z.array(z.enum(directions)).min(1).max(4),
  products: z.array(z.enum(productNames)).min(1).max(4).optional(),
  markers: z.enum(['negative', 'positive']).optional(),
  manipulated: z.boolean().optional(),
  frozen: z.boolean().optional(),
  carriage: z.enum(['cabin', 'cargo']).optional(),
  containerMoreThanMl: z.number().min(0).max(5000).optional(),
  otherEndIn: countries.optional(),
  otherEndNotIn: countries.optional(),
});

const demands = z.strictObject({
  kind: z.enum(demandKinds),
  paper: z.enum(kindsOfPaper),
  applicant: line('Who applies', 200).optional(),
  leadWorkingDays: workingDays.optional(),
  validity: line('Validity', 200).optional(),
  code: z.strictObject({ hs: line('Tariff code', 20), suffix: line('Suffix', 10).optional() }).optional(),
  checks: z.array(line('Check', 60)).min(1).max(30).optional(),
  regulariseWorkingDays: workingDays.optional(),
});

const citation = z.strictObject({
  title: line('What was read', 300),
  address: orNone(z.url({ protocol: /^https?$/ }).max(500), { title: 'Its address' }),
  asOf: day('Read on'),
});

const sentence = z.strictObject({
  name: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
    .meta({ description: 'The last part of its message’s id' }),
  english: longText('Sentence'),
});

/** A version of a rule that a site enters. It is confirmed apart, by itself: none that a site enters prints before. */
export const newRuleVersion = z.strictObject({
  after: z.int().min(0).max(9999).meta({ description: 'The version that it takes the place of; 0: there is none' }),
  person: line('Who answers for it'),
  reason: longText('Reason'),
  rule: z.strictObject({
    jurisdiction: z.enum(jurisdictionCodes),
    when,
    demands,
    citations: z.array(citation).min(1).max(5),
    inForce: z.strictObject({
      from: orNone(day('In force from'), { title: 'In force from' }),
      to: orNone(day('In force until'), { title: 'In force until' }),
    }),
    confidence: z
      .enum(confidences)
      .exclude(['V'])
      .meta({ description: 'V-: read, and prints once confirmed; G: believed, and never prints' }),
    owner: line('Who keeps it'),
    askedOf: line('Who is asked whether it holds', 300),
    says: z.array(sentence).min(1).max(20),
  }),
});

export type NewRuleVersion = z.infer<typeof newRuleVersion>;

/** That somebody has found out that a version of a rule holds. */
export const newConfirmation = z.strictObject({
  version: z.int().min(1).max(9999).meta({ description: 'The version that was read' }),
  person: line('Who says so'),
  source: line('By what', 300),
  confirmedOn: day('Confirmed on'),
  until: orNone(day('Last day of trips'), { title: 'Counts for trips until' }),
});

export type NewConfirmation = z.infer<typeof newConfirmation>;

/** Why a confirmation does not count any more. */
export const confirmationWithdrawn = z.strictObject({ reason: longText('Reason') });

/** The rule that a body comes to. */
export function ruleOf(id: string, { after, rule }: NewRuleVersion): Rule {
  const [first, ...more] = rule.citations;
  if (first === undefined) throw new Error('a rule without a citation');
  const says = Object.fromEntries(rule.says.map(({ name, english }) => [name, english]));
  return { ...rule, id, version: after + 1, citations: [first, ...more], says };
}
