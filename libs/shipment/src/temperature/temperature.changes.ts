import { minutesBetween, sameJson, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type {
  Excursion,
  ForecastLight,
  ReportBasis,
  Stay,
  TemperatureEvent,
  TemperatureFlag,
  TemperatureReport,
  TemperatureState,
} from './temperature.js';
import { watchOf } from './temperature.watched.js';

/**
 * What of a report is new to the log. Asked again of the state after it, nothing is: an excursion is told once, and what late readings make of it names the same one.
 * Whichever way the readings came, the excursions and flags that stand in the end are what all of them say; a light within its narrow band is what it was.
 */
export function newsIn(report: TemperatureReport, state: TemperatureState): readonly TemperatureEvent[] {
  const { basis } = report;
  return [
    ...report.heard
      .filter(({ logger }) => watchOf(state, logger).silentSince !== null)
      .map((heard) => at(heard.through, heard)),
    ...excursionNews(report.stays, state).map((event) => based(event, basis)),
    ...flagNews(report, state),
    ...lightNews(report, state),
  ];
}

const utc = (instant: Instant): ZonedInstant => ({ at: instant, zone: 'UTC' as Zone });
const envelope = (instant: Instant) => ({ v: 1, stage: 'temperature', occurredAt: utc(instant) }) as const;

function at(through: Instant, data: TemperatureReport['heard'][number]): TemperatureEvent {
  return { type: 'LoggerHeard', ...envelope(through), data };
}

type Told =
  | {
      readonly type: 'ExcursionOpened' | 'ExcursionChanged' | 'ExcursionEnded';
      readonly id: string;
      readonly stay: Stay;
    }
  | { readonly type: 'ExcursionWithdrawn'; readonly id: string; readonly was: Excursion };

function based(told: Told, basis: ReportBasis): TemperatureEvent {
  if (told.type === 'ExcursionWithdrawn')
    return { type: told.type, ...envelope(basis.asOf), data: { excursion: told.id, basis } };
  const { type, id, stay } = told;
  const occurredAt = type === 'ExcursionEnded' ? (stay.until ?? stay.from) : stay.from;
  return { type, ...envelope(occurredAt), data: { excursion: id, ...stay, basis } };
}

function excursionNews(stays: readonly Stay[], { excursions, opened }: TemperatureState): readonly Told[] {
  const { matched, left } = matches(stays, excursions);
  let next = opened;
  const told = matched.flatMap(({ stay, known }): readonly Told[] => {
    if (known !== undefined) return changed(known, stay);
    next += 1;
    const id = `X${next}`;
    const first = { type: 'ExcursionOpened', id, stay } as const;
    return stay.until === null ? [first] : [first, { type: 'ExcursionEnded', id, stay }];
  });
  return [...told, ...left.map((was) => ({ type: 'ExcursionWithdrawn', id: was.id, was }) as const)];
}

function changed(known: Excursion, stay: Stay): readonly Told[] {
  const { id, ...was } = known;
  if (sameJson(was, stay)) return [];
  return [{ type: stay.until === null ? 'ExcursionChanged' : 'ExcursionEnded', id, stay }];
}

/** Each stay with the excursion that it is: the first on record of that box and side that it overlaps, and that is not another one already. */
function matches(
  stays: readonly Stay[],
  excursions: readonly Excursion[],
): {
  readonly matched: readonly { readonly stay: Stay; readonly known: Excursion | undefined }[];
  readonly left: readonly Excursion[];
} {
  const left = [...excursions];
  const matched = stays.map((stay) => {
    const place = left.findIndex((known) => isOf(known, stay));
    return { stay, known: place === -1 ? undefined : left.splice(place, 1)[0] };
  });
  return { matched, left };
}

function isOf(known: Excursion, stay: Stay): boolean {
  const apart = endsBefore(known, stay) || endsBefore(stay, known);
  return known.box === stay.box && known.side === stay.side && !apart;
}

function endsBefore(one: Stay, other: Stay): boolean {
  return one.until !== null && one.until < other.from;
}

function flagNews({ flags, basis }: TemperatureReport, state: TemperatureState): readonly TemperatureEvent[] {
  const isSame = (one: TemperatureFlag) => (other: TemperatureFlag) =>
    one.kind === other.kind && one.logger === other.logger;
  const seen = flags
    .filter((flag) => !sameJson(state.flags.find(isSame(flag)) ?? null, flag))
    .map((flag): TemperatureEvent => {
      const type = flag.kind === 'ice' ? 'IceSeen' : 'HeatSeen';
      return { type, ...envelope(flag.from), data: { ...flag, basis } };
    });
  const gone = state.flags
    .filter((flag) => !flags.some(isSame(flag)))
    .map(({ kind, logger }): TemperatureEvent => {
      return { type: 'FlagWithdrawn', ...envelope(basis.asOf), data: { kind, logger, basis } };
    });
  return [...seen, ...gone];
}

/** Only a light that has changed is told, and of one that is not green a request that holds for an hour less or more: figures move with every reading. */
function lightNews({ lights, basis }: TemperatureReport, state: TemperatureState): readonly TemperatureEvent[] {
  return lights.flatMap((each): readonly TemperatureEvent[] => {
    const was = state.lights.find(({ kind, id }) => kind === each.kind && id === each.id);
    if (was === undefined ? each.light === 'green' : isAlike(was, each)) return [];
    const data = { ...each, was: was?.light ?? null, basis };
    return [{ type: 'ForecastCrossed', ...envelope(basis.asOf), data }];
  });
}

function isAlike(was: ForecastLight, is: ForecastLight): boolean {
  if (was.light !== is.light) return false;
  return is.light === 'green' || (was.countedShort === is.countedShort && isNear(was.holdsUntil, is.holdsUntil));
}

const hour = 60;

function isNear(one: Instant | null, other: Instant | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(minutesBetween(one, other)) < hour;
}
