import { z } from 'zod';
import { pageOf } from '../../questions/views.js';
import { line, orNone } from '../../wire/fields.js';
import { identityRecord } from '../identity-record.js';
import { sides } from '../identity-vault.port.js';
import { bases, grantStates } from './disclosure-grant.js';
import { documentKinds, readerParts, type IdentityField } from './document-kinds.js';

/** Fields of a record, in its order. */
export const identityFieldNames = Object.keys(identityRecord.shape) as readonly IdentityField[];

const field = z.enum(identityFieldNames);
const at = z.iso.datetime();
const by = z.object({ person: z.string(), at });

/** More days than a year are no date to be thought of. */
const mostDays = 366;

/** What somebody asks to be disclosed, as it comes in. */
export const disclosureBody = z.strictObject({
  document: z.enum(documentKinds).meta({ description: 'The kind of paper' }),
  fields: z.array(field).min(1, 'must name one at least').max(identityFieldNames.length),
  reader: z.enum(readerParts).meta({ description: 'Who may read it: whoever stands in the shipment for that part' }),
  basis: z.enum(bases),
  citation: line('Citation', 200).meta({
    description:
      'Where that stands. It is told to the reader, and of a law or rule to the audit record: name nobody. Of a consent it is erased with the person',
  }),
  rule: orNone(line('Rule', 60), { title: 'Rule', description: 'The rule on file that it rests on' }),
  days: z.int().min(1).max(mostDays).meta({ description: 'For how many days from now on' }),
});
export type DisclosureBody = z.infer<typeof disclosureBody>;

/** A grant, for people of the side that gives it. Who on the other side read it is theirs. */
export const grantView = z.object({
  id: z.string(),
  state: z.enum(grantStates),
  document: z.enum(documentKinds),
  fields: z.array(field),
  reader: z.enum(readerParts),
  basis: z.enum(bases),
  citation: z.string().meta({ description: 'Of a consent it is empty once the person is erased' }),
  rule: z.string().nullable(),
  validUntil: at,
  asked: by,
  approved: by.nullable(),
  revoked: by.nullable(),
  lastReadAt: at.nullable(),
  may: z.array(z.enum(['approve', 'revoke'])).meta({ description: 'What one may do about it oneself' }),
});

const rule = z.object({
  id: z.string(),
  basis: z.enum(bases),
  document: z.enum(documentKinds),
  fields: z.array(field),
  source: z.string(),
  mark: z.enum(['V', 'V-']).meta({ description: 'V: read in the text itself; V-: in a secondary one' }),
  asOf: z.string(),
  because: z.string().meta({ description: 'Why it discloses nothing by itself' }),
});

/** Grants of one person, and what can be asked. */
export const grantsView = pageOf(grantView).extend({
  documents: z.array(z.object({ document: z.enum(documentKinds), fields: z.array(field) })).meta({
    description: 'Papers that have room for fields of this person',
  }),
  readers: z.array(z.enum(readerParts)).meta({ description: 'Whom it can be disclosed to, in this shipment' }),
  rules: z.array(rule).meta({ description: 'Rules on file that speak of it' }),
});

/** What is disclosed to oneself, without what it says. */
export const disclosedView = z.object({
  subject: z.string(),
  side: z.enum(sides),
  document: z.enum(documentKinds),
  fields: z.array(field),
  basis: z.enum(bases),
  citation: z.string(),
  validUntil: at,
});

/** What it says. */
export const disclosureView = z.object({
  subject: z.string(),
  document: z.enum(documentKinds),
  validUntil: at.meta({ description: 'When the last of it ends' }),
  values: z.array(z.object({ field, value: z.string().nullable().meta({ description: 'Null: not recorded' }) })),
});

export type GrantView = z.infer<typeof grantView>;
export type GrantsView = z.infer<typeof grantsView>;
export type DisclosedView = z.infer<typeof disclosedView>;
export type DisclosureView = z.infer<typeof disclosureView>;
