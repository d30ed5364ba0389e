import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const ofShipment = { params: queries.shipmentParams, refusals: ['shipment-id-malformed', 'no-such-shipment'] } as const;
const question = { method: 'get', tag: 'questions', open: false } as const;

/** How a shipment is commanded. */
export const commandRoutes = {
  issueCommand: {
    id: 'issueCommand',
    method: 'post',
    path: `${v1}/shipments/{id}/commands/{name}`,
    tag: 'commands',
    open: false,
    says: 'Issue a command',
    more: 'The one way to change a shipment. The body is checked against the command’s own schema (see Every command below). Sent again with the same Idempotency-Key and body, it answers what it answered before and does nothing again. A refusal that says standsIfConfirmed is of a time that contradicts another on record: sent again with despiteRecord true it is taken, and the contradiction becomes an alert.',
    params: queries.commandParams,
    headers: [
      {
        name: 'Idempotency-Key',
        required: true,
        says: 'Chosen by the caller, new for every intent: 1 to 150 printable characters without spaces',
        example: '5f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11',
      },
      {
        name: 'If-Match',
        required: false,
        says: 'The revision of the command’s stage that its author had read, as an entity tag; for CorrectFact the stage of the fact. Required but for OpenShipment, which takes "0" or If-None-Match: *',
        example: '"7"',
      },
      {
        name: 'If-None-Match',
        required: false,
        says: '`*` with OpenShipment: there is to be no such shipment yet',
        example: '*',
      },
    ],
    body: 'commands',
    answer: {
      ...json('CommandAnswer', 'Accepted and committed'),
      headers: {
        ETag: 'The stage’s new revision',
        'Idempotent-Replayed': '`true` when this is the answer of the first time',
      },
    },
    refusals: [
      'shipment-id-malformed',
      'unknown-command',
      'command-not-for-people',
      'no-such-shipment',
      'body-faulty',
      'body-not-json',
      'body-too-deep',
      'body-too-many-values',
      'body-too-large',
      'body-not-json-type',
      'text-not-storable',
      'idempotency-key-missing',
      'idempotency-key-malformed',
      'idempotency-key-reused',
      'if-match-missing',
      'if-match-malformed',
      'stale-revision',
      'not-allowed-now',
    ],
  },
  listCommands: {
    ...question,
    id: 'listCommands',
    path: `${v1}/commands`,
    tag: 'commands',
    says: 'Every command with the schema of its body',
    answer: json('Commands', 'The catalogue'),
    refusals: [],
  },
} as const satisfies Record<string, RouteSpec>;

/** What may be asked. */
export const questionRoutes = {
  listShipments: {
    ...question,
    id: 'listShipments',
    path: `${v1}/shipments`,
    says: 'The board: shipments by urgency',
    query: queries.listQuery,
    answer: json('RowPage', 'A page of the list'),
    refusals: ['query-faulty', 'cursor-unknown'],
  },
  getShipment: {
    ...question,
    ...ofShipment,
    id: 'getShipment',
    path: `${v1}/shipments/{id}`,
    says: 'One shipment',
    answer: { ...json('ShipmentView', 'The shipment'), headers: { ETag: 'The shipment’s revision' } },
  },
  getSpearDraft: {
    ...question,
    id: 'getSpearDraft',
    path: `${v1}/shipments/{id}/deviations/{deviation}/spear-draft`,
    says: 'The draft of a deviation’s S(P)EAR, made from the log',
    more: 'Donor and recipient are not in it; what was written in free words stands as it was written.',
    params: queries.deviationParams,
    answer: json('SpearDraft', 'The draft'),
    refusals: [...ofShipment.refusals, 'no-such-deviation'],
  },
  getLog: {
    ...question,
    ...ofShipment,
    id: 'getLog',
    path: `${v1}/shipments/{id}/log`,
    says: 'What happened: the log, oldest first',
    query: queries.logQuery,
    answer: json('LogPage', 'A page of the log'),
    refusals: [...ofShipment.refusals, 'query-faulty'],
  },
  getAgenda: {
    ...question,
    ...ofShipment,
    id: 'getAgenda',
    path: `${v1}/shipments/{id}/agenda`,
    says: 'What the shipment owes from here on, by due time',
    answer: json('DueItemPage', 'The agenda, whole'),
  },
  getActions: {
    ...question,
    ...ofShipment,
    id: 'getActions',
    path: `${v1}/shipments/{id}/actions`,
    says: 'What may be done now, with which fields; and what not, with why',
    answer: json('Actions', 'The commands'),
  },
  listTasks: {
    ...question,
    id: 'listTasks',
    path: `${v1}/tasks`,
    says: 'Tasks over all shipments, oldest due first',
    query: queries.tasksQuery,
    answer: json('DueItemPage', 'A page of tasks'),
    refusals: ['query-faulty', 'cursor-unknown'],
  },
  listAlerts: {
    ...question,
    id: 'listAlerts',
    path: `${v1}/alerts`,
    says: 'Alerts over all shipments, those of the most urgent shipment first',
    query: queries.alertsQuery,
    answer: json('AlertPage', 'A page of alerts'),
    refusals: ['query-faulty', 'cursor-unknown'],
  },
  findAirports: {
    ...question,
    id: 'findAirports',
    path: `${v1}/airports`,
    says: 'Airports by code, city or name',
    query: queries.airportsQuery,
    answer: json('Airports', 'At most 20, best first'),
    refusals: ['query-faulty'],
  },
} as const satisfies Record<string, RouteSpec>;
