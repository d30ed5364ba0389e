import { z } from 'zod';
import type { Policy, Sourced } from '@cellrelay/shipment';
import { listedFigures } from './policy-lists.js';
import { groups, type Figure, type Setting } from './policy-figure.js';
import { temperatureFigures } from './policy-temperature-figures.js';
import {
  bordersSaid,
  byReachSaid,
  days,
  daysBefore,
  hours,
  inMinutes,
  ladderSaid,
  listSaid,
  productSaid,
} from './policy-values.js';

/** One figure of a policy, in words, with where it comes from and how sure that is. */
export const policyFigure = z.object({
  key: z.string().meta({ description: 'The same in every version that has the figure' }),
  at: z.string().meta({ description: 'JSON pointer into the policy, to the object that the figure says' }),
  group: z.string(),
  title: z.string(),
  value: z.string(),
  source: z.string(),
  mark: z.enum(['V', 'V-', 'C', 'G', 'site']).meta({
    description:
      'V: read in its source; V-: read in part or second-hand; C: worked out; G: general knowledge; site: the site’s own choice',
  }),
});

/** The settings of one value. */
type Single = { [Name in keyof Policy]: Policy[Name] extends Sourced<unknown> ? Name : never }[keyof Policy];
type ValueOf<Name extends Single> = Policy[Name] extends Sourced<infer Value> ? Value : never;
type Settings = { readonly [Name in Single]: Setting<ValueOf<Name>> };

const { collection, patient, flights, borders, courier, box, receipt, watch } = groups;

/** How each setting is called and said. A new one does not compile until it is here. */
const settings: Settings = {
  thermalDefaults: [collection, 'Temperature where the order names none', listSaid(productSaid)],
  decisionAtClock: [collection, 'A short count is decided on by', (at) => `${at} at the collection centre`],
  plateletWarningE9PerL: [
    collection,
    'Platelets under which a collection warns',
    ({ day1, day2 }) => `${day1} × 10⁹/L on day 1, ${day2} on day 2`,
  ],
  plannedCollectionMinutes: [collection, 'A collection is planned for', inMinutes],
  countDueMinutes: [collection, 'The count is due after the collection within', inMinutes],
  decisionGraceMinutes: [collection, 'Least time for the decision on a short count', inMinutes],
  travelTogether: [
    collection,
    'Bags of two days',
    (how) => (how === 'together' ? 'travel together' : 'the first day’s may fly alone'),
  ],
  clearanceDueDaysBefore: [patient, 'The donor is cleared', daysBefore],
  clearanceBeforeConditioningHours: [patient, 'The clearance is there before conditioning by', hours],
  backupDueDaysBeforeConditioning: [patient, 'A backup is named before conditioning by', days],
  suspensionDecisionHoursBefore: [patient, 'Seats of a suspended donor are decided on before they cost by', hours],
  processingDecisionDueDaysBefore: [patient, 'Processing is decided on', daysBefore],
  arrivalBeforeConditioningHours: [patient, 'A frozen unit is there before conditioning by', hours],
  changedLimitDueMinutes: [patient, 'A changed limit of collected cells is decided on within', inMinutes],
  planDueDaysBefore: [flights, 'Flights are proposed', daysBefore],
  minimumConnectionMinutes: [flights, 'Shortest connection', inMinutes],
  ticketBeforeLapseMinutes: [flights, 'Seats are ticketed before the hold lapses by', inMinutes],
  giveUpSeats: [
    flights,
    'Seats that are not needed',
    (when) => (when === 'when-airborne' ? 'are kept until the box is airborne' : 'are given up while that is free'),
  ],
  leastToDepartureMinutes: [
    flights,
    'When its flight is missed: the box leaves its centre later than so long before departure',
    inMinutes,
  ],
  groundMinutesToCentre: [flights, 'From the last airport to the centre', inMinutes],
  handoverBeforeDepartureMinutes: [flights, 'The box is handed over before departure by', inMinutes],
  groundMinutesToAirport: [
    flights,
    'When the box should leave its centre: time on the way to the airport',
    (minutes) => (minutes === null ? 'not watched' : inMinutes(minutes)),
  ],
  airportBeforeDepartureMinutes: [
    flights,
    'When the box should leave its centre: time at the airport before departure',
    inMinutes,
  ],
  answerDueWorkingDays: [borders, 'Answers are due before the crossing or the flight by working days', String],
  holidayRegions: [
    borders,
    'Airports whose authorities keep a region’s holidays',
    (regions) =>
      listSaid(([airport, region]: readonly [string, string]) => `${airport} ${region}`)(Object.entries(regions)),
  ],
  customsLeadDays: [borders, 'Customs are asked before the crossing by', days],
  exemptionLeadDays: [borders, 'Exemption from X-ray is asked for before the flight by', days],
  leadDaysCounted: [
    borders,
    'Days before a crossing or a flight are counted',
    (how) => (how === 'working-days' ? 'as the country works' : 'every day'),
  ],
  transitRequests: [borders, 'A country of transit', bordersSaid({ ask: 'is asked', none: 'is not asked' })],
  checkpointAnswers: [
    borders,
    'Airport security answers',
    bordersSaid({ 'in-advance': 'in advance', 'on-arrival': 'on the spot only' }),
  ],
  arrivalCheckpoints: [borders, 'Countries that screen what comes in', listSaid(String)],
  permitLapseNoticeDays: [borders, 'A permit is prolonged before it lapses by', days],
  courierDueDaysBefore: [courier, 'The courier is nominated', daysBefore],
  positioningDays: [
    courier,
    'The courier is in town before the collection by',
    byReachSaid((count) => days(Number(count))),
  ],
  positioningByClock: [courier, 'On that day by', byReachSaid(String)],
  positioningRegions: [
    courier,
    'Countries that are one region',
    listSaid(({ name, countries }) => `${name} (${countries.length} countries)`),
  ],
  extraNightsForDayTwo: [courier, 'Nights kept while a second day is possible', String],
  courierRestHours: [courier, 'Rest between two journeys', hours],
  visaExpediteDays: [courier, 'An express visa takes', days],
  boxContingencyHours: [box, 'Validated hold above the planned time', hours],
  shipperMostHoldHours: [box, 'A dry shipper is trusted for at most', hours],
  shipperNotRequalifiedFactor: [box, 'Not qualified anew, of its hold is trusted', (part) => `${part * 100} %`],
  shipperTargetMarginHours: [box, 'Target of a frozen unit before the end of the hold', hours],
  thawMinutes: [box, 'Thawing a frozen unit takes', inMinutes],
  shipperChargeDueHoursBefore: [box, 'The dry shipper is charged before it leaves by', hours],
  receiptChecklists: [
    receipt,
    'Checklist on receipt',
    listSaid(({ country, items }) => `${country === '*' ? 'everywhere' : country}: ${items.length} points`),
  ],
  marrowAdvisories: [
    receipt,
    'Marrow past twenty hours to receipt, or six to infusion',
    (how) => (how === 'none' ? 'nothing is said' : `raises a ${how}`),
  ],
  arrivalLossWarningPercent: [receipt, 'Loss of CD34 on the way that warns', (percent) => `${percent} %`],
  followUp: [
    receipt,
    'Asked after the infusion',
    ({ atClock, questions }) =>
      `on day ${[...new Set(questions.map(({ day }) => day))].join(', ')} at ${atClock}: ${questions.length} questions`,
  ],
  leastSlackMinutes: [watch, 'Less time to spare before the limit warns than', inMinutes],
  papersReprintMinutes: [watch, 'Papers whose facts have changed are issued anew within', inMinutes],
  reportGraceMinutes: [watch, 'A report is missed after', inMinutes],
  byHandMinutes: [watch, 'A call that is made by hand takes', inMinutes],
  escalateAfterMinutes: [watch, 'An alert that nobody acknowledges goes to the next person after', inMinutes],
  alertLadder: [watch, 'How an alert climbs until then and after', ladderSaid],
  deviationGradeMinutes: [watch, 'A deviation is graded within', inMinutes],
  partnerToldMinutes: [watch, 'The partner registry is told within', inMinutes],
  rapidAlertMinutes: [
    watch,
    'The rapid alert by telephone is given within',
    (time) => (time === 0 ? 'no time: at once' : inMinutes(time)),
  ],
  rapidAlertKinds: [watch, 'Kinds that ask for a rapid alert', listSaid((kind) => kind.replaceAll('-', ' '))],
  bothRegistriesKinds: [
    watch,
    'Kinds of which both registries are told',
    listSaid((kind) => kind.replaceAll('-', ' ')),
  ],
};

/** Every figure of a policy, in the order of the trip. */
export function policyFigures(policy: Policy): readonly Figure[] {
  const singles = (Object.keys(settings) as Single[]).map((name) => figureOf(name, policy));
  const all = [...listedFigures(policy), ...singles, ...temperatureFigures(policy)];
  return Object.values(groups).flatMap((group) => all.filter((each) => each.group === group));
}

function figureOf(name: Single, policy: Policy): Figure {
  const [group, title, say] = settings[name] as Setting<unknown>;
  const { value, source, mark } = policy[name] as Sourced<unknown>;
  return { key: name, at: `/${name}`, group, title, value: say(value), source, mark };
}
