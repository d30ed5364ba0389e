import type { BorderDirection, PositioningRegion, Reach, WorkingDayCalendar } from '@cellrelay/itinerary';
import type { ClockPolicy } from '@cellrelay/viability';
import type { Product } from './products.js';
import { chinaCalendars } from './policy.calendars.js';
import { deadlineSettings, type DeadlinePolicy } from './policy.deadlines.js';
import { papersSettings, type PapersPolicy } from './policy.papers.js';
import { registries, type RegistryRule } from './policy.registries.js';
import { tellingSettings, type TellingPolicy } from './policy.telling.js';
import { shipperSettings, type ShipperPolicy } from './policy.shippers.js';
import { slackSettings, type SlackPolicy } from './policy.slack.js';
import { countThresholds, type CountThreshold } from './policy.thresholds.js';
import type { Sourced } from './policy.sourced.js';
import { temperatureSettings, type TemperatureSettings } from './policy.temperature.js';

export type { RegistryLimit, RegistryRule } from './policy.registries.js';
export type { AlertLadder } from './policy.telling.js';
export type { Sourced } from './policy.sourced.js';
export type { CountThreshold } from './policy.thresholds.js';
export type { PackProfile, ProductCalibration, TemperatureSettings } from './policy.temperature.js';
import { checklists, followUpQuestions, type FollowUpQuestion, type ReceiptChecklist } from './policy.receipt.js';

export type { CheckItem, FollowUpQuestion, ReceiptChecklist } from './policy.receipt.js';

/** A product's temperature where the order names none. */
export interface ThermalDefault {
  readonly product: Product;
  readonly minCelsius: number;
  readonly maxCelsius: number;
}

/** A setting that countries differ in: what holds for those named, and for all others. */
export interface ByCountry<T> {
  readonly otherwise: T;
  readonly countries: Readonly<Record<string, T>>;
}

/** What a jurisdiction's rule says of goods that come without a permit, for as long as it is in force. Days are local, both included. */
export interface ReleaseFirstRule {
  readonly country: string;
  readonly direction: BorderDirection;
  /** Whether customs may let the goods go first, and have the papers put right afterwards. */
  readonly releaseFirst: boolean;
  /** Within so many working days of the release; null where the rule allows none. */
  readonly regularisationWorkingDays: number | null;
  /** Null: since before any trip on record. */
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly source: string;
  readonly mark: Sourced<unknown>['mark'];
}

/** Everything that a site may set otherwise. One version is pinned to each shipment. */
export interface Policy extends ShipperPolicy, DeadlinePolicy, SlackPolicy, TellingPolicy, PapersPolicy {
  readonly version: string;
  readonly clocks: readonly ClockPolicy[];
  readonly registries: readonly RegistryRule[];
  readonly countThresholds: readonly CountThreshold[];
  /** Marrow and lymphocytes have none: their order must say (standards.md 7.1). */
  readonly thermalDefaults: Sourced<readonly ThermalDefault[]>;
  /** HH:mm at the collection centre by which a short count must be decided on. */
  readonly decisionAtClock: Sourced<string>;
  readonly plateletWarningE9PerL: Sourced<{ readonly day1: number; readonly day2: number }>;
  readonly giveUpSeats: Sourced<'at-give-up-time' | 'when-airborne'>;
  readonly minimumConnectionMinutes: Sourced<number>;
  readonly plannedCollectionMinutes: Sourced<number>;
  readonly countDueMinutes: Sourced<number>;
  readonly decisionGraceMinutes: Sourced<number>;
  readonly courierDueDaysBefore: Sourced<number>;
  /** How many days before the collection the courier is in town, by how far the way there is. */
  readonly positioningDays: Sourced<Readonly<Record<Reach, number>>>;
  /** By which hour of that day, HH:mm at the collection centre; never after the collection begins. */
  readonly positioningByClock: Sourced<Readonly<Record<Reach, string>>>;
  /** Countries that are one region: within one, the way is shorter than overseas. */
  readonly positioningRegions: Sourced<readonly PositioningRegion[]>;
  /** Nights that a courier stays longer while a second day is possible. */
  readonly extraNightsForDayTwo: Sourced<number>;
  readonly courierRestHours: Sourced<number>;
  readonly visaExpediteDays: Sourced<number>;
  readonly clearanceDueDaysBefore: Sourced<number>;
  readonly clearanceBeforeConditioningHours: Sourced<number>;
  readonly backupDueDaysBeforeConditioning: Sourced<number>;
  readonly suspensionDecisionHoursBefore: Sourced<number>;
  readonly planDueDaysBefore: Sourced<number>;
  readonly customsLeadDays: Sourced<number>;
  readonly exemptionLeadDays: Sourced<number>;
  /** How the days of both are counted: as the country works, or every day. */
  readonly leadDaysCounted: Sourced<'working-days' | 'calendar-days'>;
  /** Whether a country in which the courier only changes planes is asked. */
  readonly transitRequests: Sourced<ByCountry<'ask' | 'none'>>;
  /** Whether a country's airport security answers in advance, or can only be told and is asked on the spot. */
  readonly checkpointAnswers: Sourced<ByCountry<'in-advance' | 'on-arrival'>>;
  /** Countries that screen what comes in, so that the landing is a checkpoint too. */
  readonly arrivalCheckpoints: Sourced<readonly string[]>;
  /** How long before a permit lapses it must be prolonged or asked for anew. */
  readonly permitLapseNoticeDays: Sourced<number>;
  readonly releaseFirstRules: readonly ReleaseFirstRule[];
  readonly workingDayCalendars: readonly WorkingDayCalendar[];
  readonly handoverBeforeDepartureMinutes: Sourced<number>;
  readonly ticketBeforeLapseMinutes: Sourced<number>;
  readonly reportGraceMinutes: Sourced<number>;
  readonly byHandMinutes: Sourced<number>;
  readonly escalateAfterMinutes: Sourced<number>;
  readonly groundMinutesToCentre: Sourced<number>;
  readonly processingDecisionDueDaysBefore: Sourced<number>;
  /** Whether the bags of both days travel together, or the first day's may fly while the second is collected. */
  readonly travelTogether: Sourced<'together' | 'may-part'>;
  /** Within which a changed limit of collected cells is to be decided on. */
  readonly changedLimitDueMinutes: Sourced<number>;
  /** What a container's validated hold is to exceed the planned time from door to door by. */
  readonly boxContingencyHours: Sourced<number>;
  /** How temperatures are judged, and what forecasts rest on. */
  readonly temperature: TemperatureSettings;
  readonly receiptChecklists: Sourced<readonly ReceiptChecklist[]>;
  /** A fall of CD34 per µL from the count at origin to that on arrival, from which on it warns. */
  readonly arrivalLossWarningPercent: Sourced<number>;
  /** Asked at that time of day, in the clock in which the infusion was recorded. */
  readonly followUp: Sourced<{ readonly atClock: string; readonly questions: readonly FollowUpQuestion[] }>;
  readonly deviationGradeMinutes: Sourced<number>;
  readonly partnerToldMinutes: Sourced<number>;
  readonly rapidAlertMinutes: Sourced<number>;
  /** Kinds of deviation of which the authorities of the field are told by telephone at once. */
  readonly rapidAlertKinds: Sourced<readonly string[]>;
  /** Kinds of deviation of which both registries are told, whatever their grade. */
  readonly bothRegistriesKinds: Sourced<readonly string[]>;
}

/** Where a courier is there within a day, by country code; the candidates of S42's "Europe". */
const europe =
  'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA'.split(
    ' ',
  );

/** The policy that ships with the software. Marks say how well each figure is founded; a site replaces it by a version of its own. */
export const defaultPolicy: Policy = {
  version: 'default-1',
  clocks: [
    {
      ...{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: 48 * 60, limitMinutes: 72 * 60 },
      ...{ source: 'S7, S8', mark: 'V' },
    },
    {
      ...{ product: 'HPC-M', minCelsius: 2, maxCelsius: 8, targetMinutes: 48 * 60, limitMinutes: 72 * 60 },
      ...{ source: 'S7', mark: 'V' },
    },
    {
      ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, targetMinutes: 24 * 60, limitMinutes: 36 * 60 },
      ...{ source: 'S24: courier press', mark: 'V-' },
    },
    {
      ...{ product: 'MNC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: 24 * 60, limitMinutes: 72 * 60 },
      ...{ source: 'standards.md 1.1: by centre protocol', mark: 'G' },
    },
  ],
  registries,
  countThresholds,
  thermalDefaults: { value: [{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8 }], source: 'S7', mark: 'V' },
  decisionAtClock: { value: '16:00', source: 'S5', mark: 'V' },
  plateletWarningE9PerL: { value: { day1: 120, day2: 80 }, source: 'S62', mark: 'V' },
  giveUpSeats: { value: 'at-give-up-time', source: 'site choice', mark: 'site' },
  minimumConnectionMinutes: { value: 120, source: 'standards.md 1.2', mark: 'G' },
  plannedCollectionMinutes: { value: 300, source: 'cases.md A: four hours, and one to spare', mark: 'site' },
  countDueMinutes: { value: 120, source: 'site choice', mark: 'site' },
  decisionGraceMinutes: { value: 30, source: 'site choice', mark: 'site' },
  courierDueDaysBefore: { value: 10, source: 'S42', mark: 'V-' },
  positioningDays: { value: { overseas: 2, region: 1, domestic: 0 }, source: 'S42', mark: 'V-' },
  positioningByClock: {
    value: { overseas: '23:59', region: '12:00', domestic: '23:59' },
    source: 'S42: two days before overseas, by the morning of the day before within Europe, on the day at home',
    mark: 'V-',
  },
  positioningRegions: {
    value: [{ name: 'Europe', countries: europe }],
    source: 'S42; the list is a site choice',
    mark: 'V-',
  },
  extraNightsForDayTwo: { value: 1, source: 'site choice: flights are booked for both days', mark: 'site' },
  courierRestHours: {
    value: 24,
    source: 'standards.md 1.2: no sleep during carriage; the figure is assumed',
    mark: 'G',
  },
  visaExpediteDays: { value: 5, source: 'site choice', mark: 'site' },
  clearanceDueDaysBefore: { value: 14, source: 'site choice', mark: 'site' },
  clearanceBeforeConditioningHours: {
    value: 24,
    source: 'S129 says before; a day is left to hold the conditioning back',
    mark: 'site',
  },
  backupDueDaysBeforeConditioning: {
    value: 14,
    source: 'S131: with a backup the delay is under two weeks in half of the cases',
    mark: 'site',
  },
  suspensionDecisionHoursBefore: { value: 24, source: 'site choice', mark: 'site' },
  planDueDaysBefore: { value: 7, source: 'S42', mark: 'V-' },
  customsLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  exemptionLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  leadDaysCounted: { value: 'working-days', source: 'standards.md 4, lead-time defaults: working days', mark: 'G' },
  transitRequests: {
    value: { otherwise: 'ask', countries: {} },
    source: 'no published rule found: asking is the lesser harm',
    mark: 'G',
  },
  checkpointAnswers: {
    value: { otherwise: 'in-advance', countries: { US: 'on-arrival' } },
    source: 'S11: pre-arrangement is not always possible, a supervisor is asked on arrival',
    mark: 'V',
  },
  arrivalCheckpoints: {
    value: ['CN'],
    source: 'S51: an inbound box was let through without X-ray by arrangement',
    mark: 'V-',
  },
  permitLapseNoticeDays: { value: 2, source: 'site choice', mark: 'site' },
  releaseFirstRules: [
    {
      country: 'CN',
      direction: 'import',
      releaseFirst: true,
      regularisationWorkingDays: 10,
      inForceFrom: null,
      inForceTo: '2026-07-31',
      source: 'S89',
      mark: 'V-',
    },
    {
      country: 'CN',
      direction: 'import',
      releaseFirst: false,
      regularisationWorkingDays: null,
      inForceFrom: '2026-08-01',
      inForceTo: null,
      source: 'S15, S90: whether Order 281 keeps it could not be read, so it is not assumed',
      mark: 'G',
    },
  ],
  workingDayCalendars: chinaCalendars,
  ...deadlineSettings,
  handoverBeforeDepartureMinutes: { value: 240, source: 'site choice', mark: 'site' },
  ticketBeforeLapseMinutes: { value: 12 * 60, source: 'site choice', mark: 'site' },
  reportGraceMinutes: { value: 45, source: 'site choice', mark: 'site' },
  byHandMinutes: { value: 240, source: 'site choice', mark: 'site' },
  escalateAfterMinutes: { value: 15, source: 'site choice', mark: 'site' },
  groundMinutesToCentre: { value: 90, source: 'site choice', mark: 'site' },
  processingDecisionDueDaysBefore: { value: 1, source: 'site choice', mark: 'site' },
  travelTogether: { value: 'together', source: 'cases.md A: both days by one courier', mark: 'site' },
  changedLimitDueMinutes: { value: 60, source: 'site choice', mark: 'site' },
  ...shipperSettings,
  ...slackSettings,
  ...tellingSettings,
  ...papersSettings,
  boxContingencyHours: {
    value: 12,
    source: 'standards.md 1.1: planned time and contingency; the figure is assumed',
    mark: 'G',
  },
  temperature: temperatureSettings,
  receiptChecklists: { value: checklists, source: 'standards.md 1.4; peers.md 5 for FR', mark: 'G' },
  arrivalLossWarningPercent: { value: 20, source: 'about the mean loss in 48 h at 2–8 °C (S29)', mark: 'G' },
  followUp: { value: { atClock: '09:00', questions: followUpQuestions }, source: 'site choice', mark: 'site' },
  deviationGradeMinutes: { value: 240, source: 'site choice', mark: 'site' },
  partnerToldMinutes: { value: 24 * 60, source: 'S55', mark: 'V' },
  rapidAlertMinutes: { value: 0, source: 'S53: at once', mark: 'V' },
  rapidAlertKinds: {
    value: ['recall', 'authority-restriction', 'donor-death', 'risk-to-donations'],
    source: 'S53',
    mark: 'V',
  },
  bothRegistriesKinds: { value: ['refused-at-receipt'], source: 'site choice', mark: 'site' },
};
