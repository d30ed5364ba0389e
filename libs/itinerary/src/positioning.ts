import { earliest, plusDays, ruleTime, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';

/** How far a courier travels to fetch the cells: at home, within one region, or overseas. */
export type Reach = 'overseas' | 'region' | 'domestic';

/** Countries (ISO 3166-1 alpha-2) that count as one region. */
export interface PositioningRegion {
  readonly name: string;
  readonly countries: readonly string[];
}

/** Where the cells are fetched, where the courier comes from (null: not known), and which countries are one region. */
export interface PositioningWay {
  readonly collection: string | null;
  readonly from: string | null;
  readonly regions: readonly PositioningRegion[];
}

/** How far the way is. What is not known counts as overseas: being in town too early costs a night, too late the cells. */
export function reachOf({ collection, from, regions }: PositioningWay): Reach {
  if (collection === null || from === null) return 'overseas';
  if (collection === from) return 'domestic';
  const together = regions.some(({ countries }) => countries.includes(collection) && countries.includes(from));
  return together ? 'region' : 'overseas';
}

/** By how many days before the collection, and by which hour of that day at the collection centre. */
export interface PositioningRule {
  readonly days: Readonly<Record<Reach, number>>;
  readonly byClock: Readonly<Record<Reach, string>>;
  readonly extraNightsForDayTwo: number;
}

/** The collection that a courier is to be in town for. */
export interface CollectionAhead {
  readonly startsAt: Instant;
  readonly date: LocalDate;
  readonly zone: Zone;
  readonly secondDayPossible: boolean;
}

/** The positioning trip as part of the plan. */
export interface Positioning {
  readonly reach: Reach;
  readonly inTownBy: Instant;
  /** The first day on which the courier may leave town: a second day that is possible needs its night. */
  readonly staysUntil: LocalDate;
}

/**
 * When the courier is to be in town, and how long (S42: two days before overseas, by the morning of the day before within Europe, on the day
 * at home). Never later than the collection begins.
 */
export function positioningFor(reach: Reach, collection: CollectionAhead, rule: PositioningRule): Positioning {
  const { startsAt, date, zone, secondDayPossible } = collection;
  const by = ruleTime(plusDays(date, -rule.days[reach]), rule.byClock[reach], zone);
  return {
    reach,
    inTownBy: earliest([by, startsAt]) ?? startsAt,
    staysUntil: plusDays(date, secondDayPossible ? rule.extraNightsForDayTwo : 0),
  };
}
