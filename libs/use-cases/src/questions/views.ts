import { z } from 'zod';
import { metricNames } from '@cellrelay/shipment';
import { branchView } from './branch-views.js';
import { courseView } from './course-views.js';
import { deviationView, receiptView } from './deviation-views.js';
import { stepView } from './step-views.js';
import { instant, place, zone } from './when-and-where.js';

/** What the questions answer, as schemas: the API description, the board's types and the tests are made from them. */

export const severity = z.enum(['notice', 'warning', 'critical']);
export const owner = z.enum(['coordinator', 'collection-centre', 'transplant-centre', 'courier', 'desk', 'system']);

/** The ten marks of the stage strip, in this order: Do Co Ct Fl Cu Xr Cr Ho Re In. */
export const stripNames = [
  'donor',
  'collection',
  'count',
  'flights',
  'customs',
  'xray',
  'courier',
  'handover',
  'receipt',
  'infusion',
] as const;
export const mark = z.enum(['not-yet', 'waiting', 'running', 'done', 'trouble', 'not-needed']);
export const stripMark = z.object({
  name: z.enum(stripNames),
  mark,
  /** One short sentence: "held, ticket due", "enough, 6.1". */
  says: z.string(),
});

export const bagClock = z.object({
  bag: z.string(),
  day: z.number(),
  startsAt: instant,
  targetAt: instant,
  limitAt: instant,
  /** When its infusion or cryopreservation started; null while the clock runs. */
  endedAt: instant.nullable(),
  /** By the plan or the airline's estimate; null when no plan stands. */
  infusionForecastAt: instant.nullable(),
});

export const offer = z.object({ command: z.string(), label: z.string(), prefill: z.record(z.string(), z.unknown()) });

export const dueItem = z.object({
  key: z.string(),
  shipment: z.string(),
  reference: z.string(),
  route: z.string(),
  stage: z.string(),
  kind: z.string(),
  /** `ring` will ring, `call` goes to a desk, `stand` has rung and is overdue. */
  does: z.enum(['ring', 'call', 'stand']),
  what: z.string(),
  dueAt: instant,
  /** What the day was counted by: holidays that moved it, days of which none are known, and whose calendar says so; null where no days were counted. */
  basis: z.string().nullable(),
  /** The place in whose clock the time is to be shown first. */
  shownIn: place,
  owner,
  offers: z.array(offer),
  revision: z.number(),
  attempts: z.number(),
  parked: z.string().nullable(),
});

export const alertView = z.object({
  id: z.string(),
  shipment: z.string(),
  reference: z.string(),
  route: z.string(),
  stage: z.string(),
  severity,
  wrong: z.string(),
  follows: z.string(),
  until: instant.nullable(),
  status: z.enum(['raised', 'acknowledged', 'escalated', 'resolved']),
  raisedAt: instant,
  late: z
    .string()
    .nullable()
    .meta({ description: 'How long after its time the deadline rang, in words; null where it rang in time' }),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  resolvedAt: instant.nullable(),
  resolution: z.string().nullable(),
  untold: z
    .string()
    .nullable()
    .meta({ description: 'Why nobody was told of it at the last step, where somebody should have been; null else' }),
  evidence: z
    .array(z.object({ says: z.string(), at: instant.nullable() }))
    .meta({ description: 'By what it stands, as the record is now; `at` is null of what has no time of its own' }),
  offers: z.array(offer),
});

/** One line of the board. */
export const rowView = z.object({
  id: z.string(),
  reference: z.string(),
  example: z.boolean(),
  status: z.enum(['open', 'closed', 'stopped', 'cancelled']),
  from: place,
  to: place,
  /** "PBSC, 1 bag, 2–8 °C" */
  product: z.string(),
  strip: z.array(stripMark),
  /** The one thing about the stages to know: "Flights: held, ticket due". */
  sentence: z.object({ text: z.string(), mark }),
  /** The governing bag, or null while no clock runs. */
  oldestBag: bagClock.nullable(),
  /** While nothing is collected: when the first clock is planned to start. */
  clockPlannedAt: instant.nullable(),
  /** The worst light that the readings of its loggers have on record; null where none was bound, and once the box was opened. */
  light: z.enum(['green', 'amber', 'red']).nullable(),
  dueNext: dueItem.pick({ key: true, what: true, dueAt: true, owner: true, shownIn: true, stage: true }).nullable(),
  alerts: z.array(z.object({ id: z.string(), severity, wrong: z.string(), status: alertView.shape.status })),
});

const airportView = z.object({
  iata: z.string(),
  city: z.string(),
  zone,
  position: z
    .object({ latitude: z.number(), longitude: z.number() })
    .nullable()
    .meta({ description: 'In degrees, north and east positive; null where the log has none' }),
});

export const flightView = z.object({
  designator: z.string(),
  from: airportView,
  to: airportView,
  departsAt: instant,
  arrivesAt: instant,
});

export const planView = z.object({
  plan: z.number(),
  status: z.enum(['proposed', 'confirmed', 'stood-down', 'flown']),
  lateReason: z.string().nullable(),
  arrivalAtCentreAt: instant.nullable(),
  legs: z.array(
    z.object({
      leg: z.number(),
      booking: z.string(),
      bookingStatus: z.string(),
      flight: flightView,
      departedAt: instant.nullable(),
      arrivedAt: instant.nullable(),
      estimatedDepartureAt: instant.nullable(),
      estimatedArrivalAt: instant.nullable(),
      holdLapsesAt: instant.nullable(),
      giveUpBy: instant.nullable(),
      fallback: flightView.nullable(),
    }),
  ),
});

/** A command that may be issued now, with its form. `fields` is the JSON Schema of the body. */
export const actionView = z.object({
  command: z.string(),
  stage: z.string(),
  /** To be sent as If-Match. */
  stageRevision: z.number(),
  label: z.string(),
  /** What it is about where the stage has several: "day 1", "plan 2", "CN export". */
  subject: z.string().nullable(),
  prefill: z.record(z.string(), z.unknown()),
  fields: z.record(z.string(), z.unknown()),
  /** Grave acts show what follows before the one confirming press. */
  consequences: z.array(z.string()),
  ...stepView.shape,
});

export const notNow = z.object({ command: z.string(), label: z.string(), why: z.string() });

/** One thing on the shipment's time line: planned, happened or owed. */
export const timelineEntry = z.object({
  at: instant,
  shownIn: place,
  what: z.string(),
  kind: z.enum(['happened', 'planned', 'due', 'limit']),
  tone: mark,
  plan: z.number().nullable(),
});

/** One ordered dose, and what was counted of it so far. */
const doseView = z.object({
  metric: z.enum(metricNames),
  per: z.enum(['kg', 'total']),
  /** "million CD34 per kg" */
  unit: z.string(),
  requested: z.number(),
  minimum: z.number(),
  /** Null before the first count. */
  dose: z.number().nullable(),
  meetsRequest: z.boolean().nullable(),
  meetsMinimum: z.boolean().nullable(),
});

export const shipmentView = rowView.extend({
  revision: z.number(),
  stageRevisions: z.record(z.string(), z.number()),
  parties: z.record(z.string(), z.object({ name: z.string(), city: z.string(), zone })),
  /** Null of a banked unit whose bank knows none; its DIN tells which it is. */
  donorGrid: z.string().nullable(),
  unitDin: z.string().nullable(),
  donorBloodGroup: z.string().nullable(),
  recipients: z.array(
    z.object({
      ref: z.string(),
      weightKg: z.number().nullable().meta({ description: 'Null for whoever is not to know it' }),
      weightBasis: z.enum(['actual', 'ideal', 'adjusted']),
      doses: z.array(doseView),
      /** "A+"; null while it is not known. */
      bloodGroup: z.string().nullable(),
      /** Against the donor's, by ABO and by Rh; null while either group is not known. */
      aboMismatch: z.enum(['none', 'minor', 'major', 'bidirectional']).nullable(),
      rhMismatch: z.enum(['none', 'minor', 'major']).nullable(),
      /** What the receiving laboratory decided on it, in words; null before it has. */
      processing: z.string().nullable(),
      bags: z.array(z.string()).describe('The bags that are theirs now, by their short names'),
      standing: z.string().nullable().describe('Served, short, not served, or what was decided; null before the count'),
    }),
  ),
  policyVersion: z.string(),
  plans: z.array(planView),
  clocks: z.array(bagClock),
  alertsFull: z.array(alertView),
  timeline: z.array(timelineEntry),
  courses: z.array(courseView),
  branches: z.array(branchView),
  receipt: receiptView,
  deviations: z.array(deviationView),
});

export const logLine = z.object({
  seq: z.number(),
  type: z.string(),
  stage: z.string(),
  occurredAt: instant,
  occurredZone: zone,
  recordedAt: instant,
  statedBy: z.object({ person: z.string(), organisation: z.string(), how: z.string() }),
  recordedBy: z.string(),
  commandId: z.string(),
  /** The event in one readable sentence. */
  says: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
  corrects: z.number().nullable().meta({ description: 'The line whose fact this one corrects' }),
  correctedBy: z.number().nullable().meta({ description: 'The line that tells how this one reads by now' }),
  corrections: z.array(offer).meta({
    description:
      'How the fact of this line is corrected: by a command of its own, by CorrectFact with the line’s number, or by both; empty where it cannot be, or another line corrects it by now',
  }),
});

/** What the form of CorrectFact begins with. */
export const factToCorrect = z.object({
  fact: z.number().meta({ description: 'The line that recorded it' }),
  stage: z.string().meta({ description: 'The stage of the fact, whose revision If-Match states' }),
  stageRevision: z.number(),
  command: z.string().meta({ description: 'The command that recorded it' }),
  body: z.record(z.string(), z.unknown()).meta({ description: 'What that command said, as the log reads by now' }),
  kept: z.array(z.string()).meta({ description: 'Fields of the body that must stay as they are' }),
});

/** A page of a list; `next` is the cursor to ask on with, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number() });
}

/** What the live stream sends: that a shipment has moved, with its new row. The event id is the cursor. */
export const changeMessage = z.object({ shipment: z.string(), revision: z.number(), row: rowView.nullable() });

export type RowView = z.infer<typeof rowView>;
export type ShipmentView = z.infer<typeof shipmentView>;
export type DueItemView = z.infer<typeof dueItem>;
export type AlertView = z.infer<typeof alertView>;
export type ActionView = z.infer<typeof actionView>;
export type NotNowView = z.infer<typeof notNow>;
export type FactToCorrectView = z.infer<typeof factToCorrect>;
export type LogLineView = z.infer<typeof logLine>;
export type TimelineEntryView = z.infer<typeof timelineEntry>;
export type PlanView = z.infer<typeof planView>;
export type BagClockView = z.infer<typeof bagClock>;
export type StripMarkView = z.infer<typeof stripMark>;
