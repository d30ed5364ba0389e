import type { PositioningRegion, Reach } from '@cellrelay/itinerary';
import type { ClockPolicy } from '@cellrelay/viability';

/** A setting with where it comes from and how sure that is (marks as in domain/standards.md: V, V-, C, G). */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** What a registry publishes as its own floor and ceiling for CD34 per kg of recipient. */
export interface RegistryRule {
  /** Issuing organisation number: the first four digits of the donor's GRID. */
  readonly ion: string;
  readonly floor: { readonly cd34PerKgE6: number; readonly comparison: 'at-or-above' | 'above' } | null;
  readonly ceilingCd34PerKgE6: number | null;
  readonly source: string;
}

/** Everything that a site may set otherwise. One version is pinned to each shipment. */
export interface Policy {
  readonly version: string;
  readonly clocks: readonly ClockPolicy[];
  readonly registries: readonly RegistryRule[];
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
  readonly planDueDaysBefore: Sourced<number>;
  readonly customsLeadDays: Sourced<number>;
  readonly exemptionLeadDays: Sourced<number>;
  readonly handoverBeforeDepartureMinutes: Sourced<number>;
  readonly ticketBeforeLapseMinutes: Sourced<number>;
  readonly reportGraceMinutes: Sourced<number>;
  readonly byHandMinutes: Sourced<number>;
  readonly escalateAfterMinutes: Sourced<number>;
  readonly groundMinutesToCentre: Sourced<number>;
  /** What a container's validated hold is to exceed the planned time from door to door by. */
  readonly boxContingencyHours: Sourced<number>;
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
    { product: 'HPC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: 48 * 60, limitMinutes: 72 * 60, source: 'S7, S8' },
  ],
  registries: [
    { ion: '2197', floor: { cd34PerKgE6: 2, comparison: 'at-or-above' }, ceilingCd34PerKgE6: null, source: 'S4' },
    { ion: '4364', floor: { cd34PerKgE6: 2, comparison: 'above' }, ceilingCd34PerKgE6: null, source: 'S1' },
    { ion: '6939', floor: null, ceilingCd34PerKgE6: 5, source: 'S2' },
    { ion: '2614', floor: null, ceilingCd34PerKgE6: 5, source: 'S56' },
    { ion: '4070', floor: null, ceilingCd34PerKgE6: 4, source: 'S3' },
  ],
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
  planDueDaysBefore: { value: 7, source: 'S42', mark: 'V-' },
  customsLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  exemptionLeadDays: { value: 5, source: 'standards.md 4, lead-time defaults', mark: 'G' },
  handoverBeforeDepartureMinutes: { value: 240, source: 'site choice', mark: 'site' },
  ticketBeforeLapseMinutes: { value: 12 * 60, source: 'site choice', mark: 'site' },
  reportGraceMinutes: { value: 45, source: 'site choice', mark: 'site' },
  byHandMinutes: { value: 240, source: 'site choice', mark: 'site' },
  escalateAfterMinutes: { value: 15, source: 'site choice', mark: 'site' },
  groundMinutesToCentre: { value: 90, source: 'site choice', mark: 'site' },
  boxContingencyHours: {
    value: 12,
    source: 'standards.md 1.1: planned time and contingency; the figure is assumed',
    mark: 'G',
  },
};
