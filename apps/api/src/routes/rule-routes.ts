import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';
import * as ruleQueries from './rule-queries.js';

const here = { tag: 'rules', open: false } as const;
const bodyFaults = [
  'body-faulty',
  'body-not-json',
  'body-not-json-type',
  'body-too-large',
  'text-not-storable',
] as const;

/** The rules of borders: what they ask for, where that was read, and what a site makes of them. */
export const ruleRoutes = {
  listRules: {
    ...here,
    id: 'listRules',
    method: 'get',
    path: `${v1}/rules`,
    says: 'Rules of borders, by jurisdiction: what each demands, where it was read, since when it is in force, and whether it prints',
    more: 'Read in its source (V) it prints; read at second hand (V-) once it is confirmed; only believed (G) never. Out of force, never.',
    query: ruleQueries.rulesQuery,
    answer: json('BorderRules', 'A page of them, and what is to be known of their jurisdictions'),
    refusals: ['query-faulty'],
  },
  addRuleVersion: {
    ...here,
    id: 'addRuleVersion',
    method: 'post',
    path: `${v1}/rules/{id}/versions`,
    params: ruleQueries.ruleParams,
    says: 'Enter a version of a rule, or a rule of your own',
    more: 'It takes the place of the version before, and is confirmed by itself before it prints. Earlier versions stay on record.',
    body: 'NewRuleVersion',
    answer: { ...json('BorderRule', 'As it stands now'), status: 201 },
    refusals: [
      ...['no-such-rule', 'stale-revision', 'rule-of-another-jurisdiction', 'ends-before-it-begins'],
      ...['sentence-named-twice', ...bodyFaults],
    ],
  },
  confirmRule: {
    ...here,
    id: 'confirmRule',
    method: 'post',
    path: `${v1}/rules/{id}/confirmations`,
    params: ruleQueries.ruleParams,
    says: 'Confirm a version of a rule: who found out that it holds, when, and by what',
    more: 'From then on it prints, for trips up to the day that is named. It is on the audit record.',
    body: 'NewRuleConfirmation',
    answer: { ...json('BorderRule', 'As it stands now'), status: 201 },
    refusals: [
      ...['no-such-rule', 'stale-revision', 'rule-needs-no-confirmation', 'rule-only-believed'],
      ...['rule-confirmed-already', 'date-implausible', ...bodyFaults],
    ],
  },
  withdrawRuleConfirmation: {
    ...here,
    id: 'withdrawRuleConfirmation',
    method: 'post',
    path: `${v1}/rule-confirmations/{id}/withdrawal`,
    params: ruleQueries.confirmationParams,
    says: 'Withdraw a confirmation: the rule prints no more',
    body: 'RuleConfirmationWithdrawn',
    answer: json('RuleConfirmation', 'As it stood'),
    refusals: ['no-such-confirmation', ...bodyFaults],
  },
  getTripRules: {
    ...here,
    tag: 'questions',
    id: 'getTripRules',
    method: 'get',
    path: `${v1}/shipments/{id}/rules`,
    params: queries.shipmentParams,
    query: ruleQueries.tripRulesQuery,
    says: 'What the borders of a shipment’s plans ask for: what prints, what is to be confirmed, which facts are missing, what is out of force',
    more: 'The day of each passage, in the calendar of its place, chooses the law. Of an example, invented confirmations count, marked EXAMPLE.',
    answer: json('TripRules', 'Passage by passage'),
    refusals: ['shipment-id-malformed', 'no-such-shipment', 'query-faulty'],
  },
} as const satisfies Record<string, RouteSpec>;
