import { z } from 'zod';
import { deviationKinds, metricNames, productNames, type Policy } from '@cellrelay/shipment';
import { report } from '../wire/faults.js';
import { clockTime, day, line } from '../wire/fields.js';
import { temperatureSchema } from './policy-temperature.js';
import { entriesAgainst } from './contradicting-entries.js';
import { figuresAgainst } from './contradicting-figures.js';
import { crossed, unusableClocks, wayOutOfOrder } from './policy-contradictions.js';

/** How well a figure is founded. */
const mark = z.enum(['V', 'V-', 'C', 'G', 'site']).meta({ title: 'mark' });
const from = { source: line('source', 300), mark };

/** A setting with where it comes from. */
const sourced = <T extends z.ZodType>(value: T) => z.strictObject({ value, ...from });

/** Nothing that a policy counts is more: minutes of ten years, or cells in millions. */
const most = 6_000_000;
const absoluteZero = -273.15;

const number = z.number().min(0).max(most);
const whole = z.int().min(0).max(most);
/** Working days are looked for one by one, in calendars of a year or two; no authority is known to take longer. */
const mostWorkingDays = 250;
const leadDays = z.number().min(0).max(mostWorkingDays);
const celsius = z.number().min(absoluteZero).max(most);
const percent = z.number().min(0).max(100);

const country = z.string().regex(/^[A-Z]{2}$/, 'two capitals (ISO 3166-1), such as US');
const anyCountry = z.string().regex(/^([A-Z]{2}|\*)$/, 'two capitals (ISO 3166-1), such as US, or * for every country');
const product = z.enum(productNames);
const metric = z.enum(metricNames);
const kinds = z.array(z.enum(deviationKinds)).max(deviationKinds.length);
const list = <T extends z.ZodType>(item: T, longest = 100) => z.array(item).max(longest);
const byCountry = <T extends z.ZodType>(value: T) =>
  z.strictObject({ otherwise: value, countries: z.record(country, value) });
const byReach = <T extends z.ZodType>(value: T) => z.strictObject({ overseas: value, region: value, domestic: value });

const range = { minCelsius: celsius, maxCelsius: celsius };
const clock = z.strictObject({ product, ...range, targetMinutes: whole, limitMinutes: whole, ...from });

const registryLimit = z.strictObject({
  product,
  metric,
  kind: z.enum(['floor', 'ceiling']),
  perKg: number,
  comparison: z.enum(['at-or-above', 'above']),
});

const ion = z.string().regex(/^\d{4}$/, 'four digits, as a GRID begins');
const registry = z.strictObject({
  ion,
  source: from.source,
  offers: list(product).nullable(),
  limits: list(registryLimit),
  mostMarrowMlPerDonorKg: sourced(number).nullable(),
});

const weight = number.nullable();
const countThreshold = z.strictObject({
  ion,
  product,
  metric: z.enum([...metricNames, 'MNC']),
  perKg: number,
  fromKg: weight,
  belowKg: weight,
  ...from,
});

const releaseFirstRule = z.strictObject({
  country,
  direction: z.enum(['export', 'import', 'transit']),
  releaseFirst: z.boolean(),
  regularisationWorkingDays: z.int().min(0).max(mostWorkingDays).nullable(),
  inForceFrom: day('inForceFrom').nullable(),
  inForceTo: day('inForceTo').nullable(),
  ...from,
});

const region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'as ISO 3166-2, such as DE-BY');
const countryOrRegion = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'as ISO 3166-1, such as US, or 3166-2, such as DE-BY');
const airport = z.string().regex(/^[A-Z]{3}$/, 'as three capitals (IATA), such as MUC');

const calendar = z.strictObject({
  country: countryOrRegion,
  year: z.int().min(1970).max(2100),
  holidays: list(day('holiday'), 366),
  workingWeekendDays: list(day('working weekend day'), 366),
  version: line('version', 300),
  ...from,
});

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens, at most 40');
const checklist = z.strictObject({
  country: anyCountry,
  items: list(z.strictObject({ id, text: line('text', 300), ...from }), 60),
});
const question = z.strictObject({ day: z.int().min(1).max(3650), id, text: line('text', 300) });

const alertLadder = z.strictObject({
  nextChannelMinutes: whole,
  persons: z.int().min(1).max(20),
  repeatMinutes: z.int().min(5).max(most),
  repeatAtMostMinutes: z.int().min(5).max(most),
  tellEnd: z.boolean(),
});

/** Every setting, by its name. The compiler sees that none is missing and that none is more than the policy knows. */
const settings = {
  version: z
    .string()
    .max(40)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots, hyphens and underscores'),
  clocks: list(clock),
  registries: list(registry),
  countThresholds: list(countThreshold),
  thermalDefaults: sourced(list(z.strictObject({ product, ...range }))),
  decisionAtClock: sourced(clockTime('decisionAtClock')),
  plateletWarningE9PerL: sourced(z.strictObject({ day1: number, day2: number })),
  giveUpSeats: sourced(z.enum(['at-give-up-time', 'when-airborne'])),
  travelTogether: sourced(z.enum(['together', 'may-part'])),
  minimumConnectionMinutes: sourced(whole),
  plannedCollectionMinutes: sourced(whole),
  countDueMinutes: sourced(whole),
  decisionGraceMinutes: sourced(whole),
  courierDueDaysBefore: sourced(number),
  positioningDays: sourced(byReach(whole)),
  positioningByClock: sourced(byReach(clockTime('positioningByClock'))),
  positioningRegions: sourced(list(z.strictObject({ name: line('name'), countries: list(country, 250) }))),
  extraNightsForDayTwo: sourced(whole),
  courierRestHours: sourced(number),
  visaExpediteDays: sourced(number),
  clearanceDueDaysBefore: sourced(number),
  planDueDaysBefore: sourced(number),
  customsLeadDays: sourced(leadDays),
  exemptionLeadDays: sourced(leadDays),
  leadDaysCounted: sourced(z.enum(['working-days', 'calendar-days'])),
  transitRequests: sourced(byCountry(z.enum(['ask', 'none']))),
  checkpointAnswers: sourced(byCountry(z.enum(['in-advance', 'on-arrival']))),
  arrivalCheckpoints: sourced(list(country, 250)),
  permitLapseNoticeDays: sourced(number),
  releaseFirstRules: list(releaseFirstRule),
  workingDayCalendars: list(calendar),
  holidayRegions: sourced(z.record(airport, region)),
  answerDueWorkingDays: sourced(z.int().min(0).max(60)),
  groundMinutesToAirport: sourced(whole.nullable()),
  airportBeforeDepartureMinutes: sourced(whole),
  marrowAdvisories: sourced(z.enum(['warning', 'notice', 'none'])),
  handoverBeforeDepartureMinutes: sourced(whole),
  ticketBeforeLapseMinutes: sourced(whole),
  leastToDepartureMinutes: sourced(whole),
  leastSlackMinutes: sourced(whole),
  papersReprintMinutes: sourced(whole),
  reportGraceMinutes: sourced(whole),
  byHandMinutes: sourced(whole),
  escalateAfterMinutes: sourced(whole),
  alertLadder: sourced(alertLadder),
  groundMinutesToCentre: sourced(whole),
  processingDecisionDueDaysBefore: sourced(number),
  changedLimitDueMinutes: sourced(whole),
  clearanceBeforeConditioningHours: sourced(number),
  backupDueDaysBeforeConditioning: sourced(number),
  suspensionDecisionHoursBefore: sourced(number),
  shipperMostHoldHours: sourced(number),
  shipperNotRequalifiedFactor: sourced(z.number().min(0).max(1)),
  shipperTargetMarginHours: sourced(number),
  shipperChargeDueHoursBefore: sourced(number),
  arrivalBeforeConditioningHours: sourced(number),
  thawMinutes: sourced(whole),
  boxContingencyHours: sourced(number),
  temperature: temperatureSchema(sourced),
  receiptChecklists: sourced(list(checklist, 250)),
  arrivalLossWarningPercent: sourced(percent),
  followUp: sourced(z.strictObject({ atClock: clockTime('atClock'), questions: list(question) })),
  deviationGradeMinutes: sourced(whole),
  partnerToldMinutes: sourced(whole),
  rapidAlertMinutes: sourced(whole),
  rapidAlertKinds: sourced(kinds),
  bothRegistriesKinds: sourced(kinds),
} satisfies { readonly [Name in keyof Policy]-?: z.ZodType<Policy[Name]> };

/** What a whole policy must look like: every setting, and figures that are neither absurd nor contradict each other. */
export const policySchema: z.ZodType<Policy> = z.strictObject(settings).superRefine((policy, context) => {
  const clocks = unusableClocks(policy.clocks).map((each) => ({ ...each, path: ['clocks', ...each.path] }));
  const lines = [...clocks, ...wayOutOfOrder(policy), ...crossed(policy, [])];
  // What only follows from a clock without sense, or from a figure out of its bounds, is not said beside it.
  const isFaulty = lines.length > 0 || context.issues.length > 0;
  const faults = isFaulty ? lines : [...figuresAgainst(policy), ...entriesAgainst(policy)];
  for (const fault of faults) report(context, fault);
});
