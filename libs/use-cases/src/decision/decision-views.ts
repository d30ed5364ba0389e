import { z } from 'zod';
import { dueItem, offer, shipmentView } from '../questions/views.js';

/** What there is to know for the decision on a count, as the question answers it: the API description, the board's types and the tests are made from it. */

const instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with milliseconds' });
const band = z.object({ low: z.number(), centre: z.number(), high: z.number() });
const recipient = shipmentView.shape.recipients.element;

const limit = z
  .object({ perKg: z.number(), met: z.boolean().nullable() })
  .nullable()
  .meta({ description: 'What the donor’s registry has of its own, per kg; `met` is null before the count' });

const judged = recipient.extend({
  doses: z.array(recipient.shape.doses.element.extend({ floor: limit, ceiling: limit })),
});

const forecastDose = z.object({
  recipient: z.string(),
  unit: z.string(),
  requested: z.number(),
  minimum: z.number(),
  counted: z.number().nullable(),
  missing: z.number().nullable().meta({
    description: 'What the count is short of the request by; 0 where it is not, null where it was not counted',
  }),
  atInfusion: band.nullable().meta({ description: 'By the model, with the ends of its 90 % band' }),
  probability: z.number().nullable().meta({ description: 'That the request is met at infusion by these cells' }),
});

const trip = z.object({
  plan: z.number(),
  infusionAt: instant,
  oldestBagMinutes: z.number().nullable(),
  targetAt: instant.nullable(),
  limitAt: instant.nullable(),
  slackToTarget: z.number().nullable(),
  slackToLimit: z.number().nullable(),
});

const need = z.object({
  who: z.string(),
  what: z.string(),
  given: z.boolean().meta({ description: 'Whether it is on record already; else it comes with the decision' }),
});

const option = offer.extend({
  decision: z.enum(['collect-again', 'accept-less', 'stop', 'ship-day-1-early']),
  says: z.string(),
  yours: z
    .boolean()
    .meta({ description: 'Whether the reader may decide so: on their own word, or the operator’s people on others’' }),
  needs: z.array(need),
  trip: trip.nullable(),
  doses: z.array(forecastDose),
  more: z.boolean().meta({ description: 'Cells of the second day are added to these' }),
  follows: z.array(z.string()),
});

const taken = z.object({
  what: z.string(),
  who: z.string(),
  person: z
    .string()
    .nullable()
    .meta({ description: 'Null for whoever is not to know it, and of what the rule decided' }),
  confirmedBy: z.string().nullable(),
  recipients: z.array(z.string()).nullable(),
  at: instant,
  reason: z.string().nullable(),
});

const asked = z.object({
  what: z.string(),
  who: z.array(z.string()),
  when: z.string(),
  confirmed: z.boolean().meta({ description: 'A second person confirms it' }),
});

export const decisionView = z.object({
  standing: z.enum(['not-counted', 'awaited', 'decided']),
  says: z.string().meta({ description: 'How the count stands, in a sentence' }),
  /** The count, or the decision, whichever is waited for. */
  due: dueItem.pick({ what: true, dueAt: true, shownIn: true, owner: true }).nullable(),
  counts: z.array(
    z.object({
      day: z.number(),
      countedAt: instant,
      bags: z.array(
        z.object({
          bag: z.string(),
          volumeMl: z.number(),
          cd34PerUl: z.number().nullable(),
          wbcE9PerL: z.number().nullable(),
          cd3PerUl: z.number().nullable(),
        }),
      ),
    }),
  ),
  recipients: z.array(judged),
  options: z.array(option),
  taken: z.array(taken),
  asked: z.array(asked).meta({ description: 'What can be decided on a count of this order, by whom and when' }),
  mayDecide: z.boolean(),
});

export type DecisionView = z.infer<typeof decisionView>;
