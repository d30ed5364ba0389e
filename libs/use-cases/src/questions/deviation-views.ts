import { z } from 'zod';
import { metricNames } from '@cellrelay/shipment';

/** What is answered of receipt and deviations, as schemas. */

const instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with milliseconds' });
const zone = z.string().meta({ description: 'IANA time zone' });
const zoned = z.object({ at: instant, zone });

export const receiptView = z.object({
  /** The receiving country whose checklist is asked; null while it is not known. */
  country: z.string().nullable(),
  checks: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      source: z.string(),
      mark: z.enum(['V', 'V-', 'C', 'G', 'site']),
      /** Null: not answered. */
      found: z.enum(['as-it-should-be', 'differs', 'not-checked']).nullable(),
      words: z.string().nullable(),
    }),
  ),
  bags: z.array(
    z.object({
      bag: z.string(),
      recipient: z.string(),
      cd34PerUlAtOrigin: z.number().nullable(),
      arrival: z
        .object({
          viabilityPercent: z.number().nullable(),
          cd34PerUl: z.number().nullable(),
          wbcE9PerL: z.number().nullable(),
          cd3PerUl: z.number().nullable(),
          method: z.string().nullable(),
        })
        .nullable(),
      /** CD34 per µL on arrival against origin; below zero: more. */
      lossPercent: z.number().nullable(),
      ended: z
        .object({
          at: instant,
          how: z.enum(['infusion', 'cryopreservation', 'stored-frozen', 'not-used']),
          ageMinutes: z.number(),
          /** In each metric that was ordered for the recipient and counted. */
          dose: z.array(
            z.object({
              metric: z.enum(metricNames),
              per: z.enum(['kg', 'total']),
              dose: z.number(),
              unit: z.string(),
              countedAt: z.enum(['arrival', 'origin']),
            }),
          ),
        })
        .nullable(),
    }),
  ),
  followUps: z.array(
    z.object({
      recipient: z.string(),
      day: z.number(),
      dueAt: instant,
      questions: z.array(z.string()),
      answer: z
        .object({
          engrafted: z.enum(['yes', 'no', 'unknown']),
          neutrophilsOn: z.string().nullable(),
          plateletsOn: z.string().nullable(),
          words: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
});

export const deviationView = z.object({
  id: z.string(),
  status: z.enum(['open', 'under-review', 'closed']),
  kind: z.string(),
  words: z.string(),
  /** Null: not graded. */
  seriousness: z.enum(['minor', 'major', 'serious']).nullable(),
  happenedAt: instant,
  happenedZone: zone,
  openedAt: instant,
  /** The stage whose fact opened it; null: a person. */
  openedFrom: z.string().nullable(),
  /** That fact as the rule reads it by now; `gone`, `taken-back`: as corrected, or by what was done since, it is no deviation any more. Null: a person opened it. */
  fact: z
    .object({
      reads: z.enum(['as-opened', 'corrected', 'gone', 'taken-back', 'so-again']),
      words: z.string(),
      since: instant,
    })
    .nullable(),
  told: z.array(z.object({ registry: z.string(), how: z.string(), at: instant })),
  /** Who is still to be told. */
  toTell: z.array(z.string()),
  rapidAlertAt: instant.nullable(),
  spearReference: z.string().nullable(),
  /** Where the draft of its report is to be had. */
  spearDraft: z.string(),
  outcome: z.string().nullable(),
  correctiveAction: z.string().nullable(),
});

const draftLine = z.object({ at: instant, zone, what: z.string() });

/** The draft of a report to WMDA's S(P)EAR. No donor and no recipient is in it. */
export const spearDraft = z.object({
  deviation: z.string(),
  kind: z.string(),
  seriousness: z.string().nullable(),
  words: z.string(),
  happenedAt: zoned,
  knownAt: instant,
  product: z.string(),
  from: z.string(),
  to: z.string(),
  bags: z.array(
    z.object({
      din: z.string(),
      productCode: z.string(),
      volumeMl: z.number(),
      collectionEndedAt: instant,
      ended: z.object({ at: zoned, how: z.string(), ageMinutes: z.number() }).nullable(),
    }),
  ),
  temperature: z.object({
    orderedMinCelsius: z.number(),
    orderedMaxCelsius: z.number(),
    onOpeningCelsius: z.number().nullable(),
  }),
  happened: z.array(draftLine),
  actions: z.array(draftLine),
  outcome: z.string().nullable(),
  correctiveAction: z.string().nullable(),
});

export type ReceiptView = z.infer<typeof receiptView>;
export type DeviationView = z.infer<typeof deviationView>;
export type SpearDraftView = z.infer<typeof spearDraft>;
