import { z } from 'zod';
import { uuidForm } from '@cellrelay/kernel';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const here = { tag: 'letters', open: false } as const;
const ofShipment = { path: `${v1}/shipments/{id}/letters`, params: queries.shipmentParams } as const;
const letterParams = z.object({ id: z.string().max(40).meta({ description: 'The letter’s id' }) });
const registryParams = z.object({
  id: z.string().regex(uuidForm).meta({ description: 'The registry’s id: a UUID in lower case' }),
});
const bodyFaults = [
  'body-faulty',
  'body-not-json',
  'body-not-json-type',
  'body-too-large',
  'text-not-storable',
] as const;
const hidden = ['no-such-shipment', 'shipment-id-malformed', 'row-security-bypassed'] as const;
const ofOne = ['no-such-letter', 'row-security-bypassed', 'keys-missing'] as const;
const never = ['letters-never', 'letters-not-yet'] as const;

/**
 * Letters between a donor and a recipient who do not know of each other, each past the screeners of their registries. The other side learns of a letter when it is released, and
 * of its words alone.
 */
export const letterRoutes = {
  listLetters: {
    ...ofShipment,
    ...here,
    id: 'listLetters',
    method: 'get',
    says: 'Letters of a shipment, as one’s own side is told of them, without their words',
    more: 'The operator’s coordinators are told that there are some, and how they stand. At most fifty a side.',
    answer: json('Letters', 'Those that were written, those that came, and whether letters go'),
    refusals: [...hidden],
  },
  writeLetter: {
    ...ofShipment,
    ...here,
    id: 'writeLetter',
    method: 'post',
    says: 'Write a letter on behalf of the donor or a recipient: a draft, to be handed in',
    more: 'Kept encrypted, apart from the log, for this side alone. At most 4,000 characters; markup is text.',
    body: 'NewLetter',
    answer: { ...json('LetterMoved', 'The draft'), status: 201 },
    refusals: [
      ...[...hidden, ...bodyFaults, 'letters-never', 'too-many-letters', 'no-such-subject', 'keys-missing'],
      ...['text-missing', 'text-too-long', 'text-characters', 'field-missing', 'unknown-field', 'wrong-type'],
    ],
  },
  listLettersToScreen: {
    ...here,
    id: 'listLettersToScreen',
    method: 'get',
    path: `${v1}/letters`,
    says: 'Letters that wait for a screener of one’s registry, the longest first',
    more: 'Settled ones make room for those behind them.',
    query: queries.limitQuery,
    answer: json('LetterQueue', 'The first of them, and how many there are'),
    refusals: ['query-faulty', 'row-security-bypassed'],
  },
  getLetter: {
    ...here,
    id: 'getLetter',
    method: 'get',
    path: `${v1}/letters/{id}`,
    params: letterParams,
    says: 'A letter with its words',
    more: 'Each look is in the audit record. To a screener, what may tell who somebody is comes marked.',
    answer: { ...json('Letter', 'The letter'), headers: { ETag: 'The letter’s revision' } },
    refusals: [...ofOne],
  },
  moveLetter: {
    ...here,
    id: 'moveLetter',
    method: 'post',
    path: `${v1}/letters/{id}/moves`,
    params: letterParams,
    says: 'Do something with a letter: hand it in, rewrite or withdraw it; as a screener release, return or edit it',
    more: 'What one may do now, the letter’s `moves` say. Nothing is released before the day that the registries’ rules name, by the database’s clock.',
    headers: [
      {
        name: 'If-Match',
        required: true,
        says: 'The letter’s revision that its author had read, as an entity tag',
        example: '"3"',
      },
    ],
    body: 'LetterMove',
    answer: { ...json('LetterMoved', 'As it stands now'), headers: { ETag: 'The letter’s revision' } },
    refusals: [
      ...[...ofOne, ...bodyFaults, ...never],
      ...['letter-not-there-now', 'field-missing', 'if-match-missing', 'if-match-malformed', 'stale-revision'],
    ],
  },
  listLetterRules: {
    ...here,
    id: 'listLetterRules',
    method: 'get',
    path: `${v1}/letter-rules`,
    says: 'Rules of letters that registries keep to, each with its source, and which one a registry has chosen',
    query: queries.ofOrganisationQuery,
    answer: json('LetterRules', 'All of them'),
    refusals: ['query-faulty'],
  },
  chooseLetterRule: {
    ...here,
    id: 'chooseLetterRule',
    method: 'put',
    path: `${v1}/organisations/{id}/letter-rule`,
    params: registryParams,
    says: 'Say which rule of letters a registry keeps to',
    more: 'By an administrator of the operator or of the registry. Of two registries the stricter counts in each point; where one has chosen none, no letters go.',
    body: 'ChosenLetterRule',
    answer: { status: 204, says: 'Chosen' },
    refusals: ['not-yours-to-do', 'no-such-organisation', ...bodyFaults],
  },
} as const satisfies Record<string, RouteSpec>;
