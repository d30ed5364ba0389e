import {
  actionView,
  alertView,
  auditLine,
  auditView,
  bagClock,
  bellsView,
  boundLoggers,
  changeMessage,
  decisionView,
  despiteRecordField,
  courierRecord,
  courierView,
  deviationView,
  disclosedView,
  disclosureBody,
  disclosureView,
  downtimeView,
  dueItem,
  factToCorrect,
  filePreview,
  fileTaken,
  erasureReasons,
  flightView,
  forecastView,
  grantsView,
  grantView,
  identityRecord,
  identityView,
  subjectView,
  logLine,
  notNow,
  figuresView,
  newPastTotal,
  newPolicy,
  onCallView,
  pageOf,
  pastTotalView,
  planView,
  policyFigure,
  receiptView,
  rosterBody,
  rowView,
  scansView,
  scanView,
  shipmentView,
  spearDraft,
  stripMark,
  statedByField,
  timelineEntry,
  wishBody,
  wishView,
} from '@cellrelay/use-cases';
import { z } from 'zod';
import { calendarAnswers, calendarBodies } from './calendar-components.js';
import { deliveryAnswers, deliveryBodies } from './delivery-components.js';
import { letterAnswers, letterBodies } from './letter-components.js';
import { linkAnswers, linkBodies } from './link-components.js';
import { orderAnswers } from './order-components.js';
import { readingAnswers, readingBodies } from './reading-components.js';
import { registerAnswers, registerBodies } from './register-components.js';
import { savedViewAnswers, savedViewBodies } from './saved-view-components.js';
import { meParts, peopleAnswers, peopleBodies } from './people-components.js';

const commandAnswer = z.object({
  shipment: z.string(),
  revision: z.number().meta({ description: 'Sequence number of the shipment’s last event' }),
  stageRevisions: z.record(z.string(), z.number()).meta({ description: 'What If-Match states, stage by stage' }),
  events: z.array(z.object({ seq: z.number(), type: z.string() })),
  notices: z
    .array(z.string())
    .meta({ description: 'What is to be known beside it, in sentences; it was taken all the same' }),
});

const fault = z.object({
  at: z.string().meta({ description: 'JSON pointer (RFC 6901)' }),
  code: z.string().optional(),
  detail: z.string(),
  allowed: z.array(z.string()).optional(),
});

export const problem = z.object({
  type: z.string().meta({ description: '`urn:cellrelay:refusal:` and the code' }),
  title: z.string(),
  status: z.number(),
  detail: z.string().meta({ description: 'The sentence for the person at the screen' }),
  code: z.string().meta({ description: 'Names the broken rule, in kebab-case' }),
  at: z.string().optional().meta({ description: 'JSON pointer to the field to blame' }),
  allowed: z.array(z.string()).optional().meta({ description: 'What is allowed instead' }),
  standsIfConfirmed: z.literal(true).optional().meta({
    description: 'Sent again with `despiteRecord: true` it is taken, and the contradiction becomes a conflict',
  }),
  errors: z.array(fault).optional().meta({ description: 'Each fault, where there are several' }),
  request: z.string().optional().meta({ description: 'To be named when asking for help' }),
});

const airport = z.object({
  iata: z.string(),
  name: z.string(),
  city: z.string(),
  country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
  zone: z.string().meta({ description: 'IANA time zone' }),
});

const command = z.object({
  name: z.string(),
  stage: z.string().meta({ description: 'Whose revision If-Match states; of CorrectFact it is the stage of the fact' }),
  title: z.string(),
  fields: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the body' }),
  grave: z.boolean().meta({ description: 'Shown with what follows from it before the one confirming press' }),
});

const policyEntry = z.object({
  version: z.string(),
  current: z.boolean().meta({ description: 'Pinned to shipments that are opened from now on' }),
  owner: z.string(),
  approver: z.string(),
  source: z.string(),
  by: z.string().meta({ description: 'The account that entered it' }),
  createdAt: z.iso.datetime().nullable().meta({ description: 'Null: it came with the software' }),
});

const figureFields = {
  fields: z.record(z.string(), z.unknown()).meta({
    description:
      'JSON Schema of what of it can be changed value by value; properties are named by JSON pointers into the policy',
  }),
  part: z.boolean().meta({ description: 'Whether something of it is changed only by sending the policy whole' }),
};

const shipmentsUnder = z
  .array(z.object({ id: z.string(), reference: z.string() }))
  .meta({ description: 'The open shipments that are run by it' });

const me = z.object({
  name: z.string().meta({ description: 'The account’s' }),
  ...meParts,
  asks: z.array(z.string()).meta({ description: 'The operations of this description that are theirs to ask' }),
  now: z.iso.datetime().meta({ description: 'The moment by the database’s clock, which bells go by' }),
});

const partHealth = z.object({ ok: z.boolean(), says: z.string() });

export type AirportFound = z.infer<typeof airport>;

/** What this application answers, by the names under which the description knows it. */
export const answers = {
  ...peopleAnswers,
  ...linkAnswers,
  ...registerAnswers,
  ...calendarAnswers,
  ...readingAnswers,
  ...deliveryAnswers,
  ActionView: actionView,
  Actions: z.object({ actions: z.array(actionView), notNow: z.array(notNow) }),
  Airport: airport,
  Airports: z.object({ items: z.array(airport) }),
  AlertPage: pageOf(alertView),
  AlertView: alertView,
  Audit: auditView,
  AuditLine: auditLine,
  BagClock: bagClock,
  Bells: bellsView,
  BoundLoggers: boundLoggers,
  ChangeMessage: changeMessage,
  Command: command,
  CommandAnswer: commandAnswer,
  Commands: z.object({ items: z.array(command) }),
  Courier: courierView,
  CourierList: z.object({
    items: z.array(courierView),
    total: z.number(),
    fields: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of a record, for its form' }),
  }),
  DeviationView: deviationView,
  Downtime: downtimeView,
  Downtimes: z.object({ items: z.array(downtimeView).meta({ description: 'The newest first; at most five' }) }),
  Disclosed: z.object({ items: z.array(disclosedView) }),
  DisclosureRead: disclosureView,
  DisclosureMade: z.object({ id: z.string() }),
  Disclosure: grantView,
  Disclosures: grantsView,
  DueItem: dueItem,
  DueItemPage: pageOf(dueItem),
  FactToCorrect: factToCorrect,
  Figures: figuresView,
  FilePreview: filePreview,
  Scan: scanView,
  Scans: scansView,
  FileTaken: fileTaken,
  FlightView: flightView,
  CountDecision: decisionView,
  Forecast: forecastView,
  Identities: z.object({
    items: z.array(subjectView),
    fields: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of a record, for its form' }),
  }),
  Identity: identityView,
  IdentityWritten: z.object({ revision: z.number(), erased: z.boolean() }),
  Health: z.object({ status: z.literal('live') }),
  ...letterAnswers,
  ...orderAnswers,
  LogLine: logLine,
  LogPage: pageOf(logLine),
  Me: me,
  NotNow: notNow,
  OnCall: onCallView,
  OpenApi: z.record(z.string(), z.unknown()),
  PastTotal: pastTotalView,
  PastTotals: z.object({ items: z.array(pastTotalView) }),
  PlanView: planView,
  Policies: z.object({ items: z.array(policyEntry.extend({ shipments: shipmentsUnder })) }),
  PolicyInFull: policyEntry.extend({
    policy: z.record(z.string(), z.unknown()),
    figures: z
      .array(policyFigure.extend(figureFields))
      .meta({ description: 'The same in words, each figure with its source' }),
  }),
  Problem: problem,
  ReceiptView: receiptView,
  Readiness: z.object({ ready: z.boolean(), parts: z.record(z.string(), partHealth) }),
  RowPage: pageOf(rowView),
  RowView: rowView,
  ...savedViewAnswers,
  ShipmentView: shipmentView,
  ProviderLink: z.object({
    name: z.string().meta({ description: 'What people call the provider' }),
    since: z.iso.datetime().nullable().meta({ description: 'Null: not linked' }),
  }),
  SentAway: z.object({ to: z.url().meta({ description: 'The provider’s address, to be opened in this browser' }) }),
  Session: z.object({ me: me.nullable() }),
  SignInBy: z.object({
    name: z.string().nullable().meta({ description: 'What people call the provider; null: none' }),
  }),
  SpearDraft: spearDraft,
  StripMark: stripMark,
  Telling: wishView,
  Text: z.string(),
  TimelineEntry: timelineEntry,
} as const;

/** Bodies other than commands. */
export const bodies = {
  ...peopleBodies,
  ...calendarBodies,
  ...registerBodies,
  ...letterBodies,
  ...linkBodies,
  ...readingBodies,
  ...deliveryBodies,
  ...savedViewBodies,
  Nothing: z.strictObject({}),
  NewPastTotal: newPastTotal,
  NewPolicy: newPolicy,
  DespiteRecord: despiteRecordField,
  CourierRecord: courierRecord,
  PasswordAgain: z.strictObject({ password: z.string().min(1).max(200) }),
  DisclosureWish: disclosureBody,
  Erasure: z.strictObject({ reason: z.enum(erasureReasons) }),
  IdentityRecord: identityRecord,
  Roster: rosterBody,
  StatedBy: statedByField,
  TellingWish: wishBody,
} as const;
