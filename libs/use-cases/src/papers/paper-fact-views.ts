import { productNames } from '@cellrelay/shipment';
import { z } from 'zod';
import { placedParts } from './paper-places.js';

const date = z.string().meta({ description: 'A day of the calendar, as 2026-11-23' });
const value = z.object({ amount: z.number(), currency: z.string() });
const postal = z.object({ city: z.string(), lines: z.array(z.string()), phone: z.string().nullable() });
const passport = z.object({ number: z.string(), country: z.string(), validUntil: date });
const markers = z.object({
  sampledOn: date,
  laboratory: z.string(),
  results: z.array(z.object({ marker: z.string(), result: z.enum(['negative', 'positive', 'not-tested']) })),
});

/** How a record stands, whatever it holds. */
const standing = {
  revision: z.number().meta({ description: 'To be sent as If-Match when it is entered anew; 0: nothing was entered' }),
  entered: z
    .object({ by: z.string(), at: z.iso.datetime() })
    .nullable()
    .meta({ description: 'Who entered it, and when' }),
  fields: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of an entry, for its form' }),
};

const of = z
  .string()
  .meta({ description: 'Whom or what it is entered for, as it stands now: to be sent back as it is' });

const counts = z.boolean().meta({
  description:
    'What was entered is about whom or what is named now, so that papers say it; what was entered of another is neither said nor shown',
});

/** What is entered once for all papers. */
export const siteFactsView = z.object({
  ...standing,
  facts: z
    .object({
      issuer: z.object({ name: z.string(), city: z.string(), lines: z.array(z.string()) }).nullable(),
      hotline: z.string().nullable(),
      signatory: z.object({ name: z.string(), position: z.string() }).nullable(),
      boxes: z.array(
        z.object({
          box: z.string(),
          sizeCm: z.object({ length: z.number(), width: z.number(), height: z.number() }),
        }),
      ),
      values: z.array(value.extend({ product: z.enum(productNames) })),
    })
    .nullable(),
});

export const postalView = z.object({
  ...standing,
  organisation: z.string().meta({ description: 'Its name in the register, which papers say' }),
  address: postal.nullable(),
});

export const passportView = z.object({
  ...standing,
  of,
  passport: passport.nullable(),
  counts,
});

const shownMarkers = z.object({ ...standing, of: of.nullable(), markers: markers.nullable(), counts });
const shownValue = z.object({ ...standing, of, value: value.nullable(), counts });
const shownParty = z.object({
  ...standing,
  of,
  part: z.enum(placedParts).meta({ description: '`destination`: where the cells were diverted to' }),
  name: z.string(),
  city: z.string(),
  address: postal.omit({ city: true }).nullable(),
  counts,
});

/** What is entered for the papers of one shipment. */
export const shipmentPaperFactsView = z.object({
  markers: shownMarkers,
  value: shownValue.nullable().meta({ description: 'Null where it is not the reader’s to know' }),
  parties: z
    .array(shownParty)
    .nullable()
    .meta({ description: 'Parties that are in no register; null where they are not the reader’s to know' }),
});

export type SiteFactsView = z.infer<typeof siteFactsView>;
export type PostalView = z.infer<typeof postalView>;
export type PassportView = z.infer<typeof passportView>;
export type MarkersView = z.infer<typeof shownMarkers>;
export type ValueView = z.infer<typeof shownValue>;
export type PartyView = z.infer<typeof shownParty>;
export type ShipmentPaperFactsView = z.infer<typeof shipmentPaperFactsView>;

export const paperFactViews = {
  PapersSite: siteFactsView,
  PostalAddress: postalView,
  CourierPassport: passportView,
  PaperFacts: shipmentPaperFactsView,
  PaperFactsMarkers: shownMarkers,
  PaperFactsValue: shownValue,
  PaperFactsParty: shownParty,
} as const;
