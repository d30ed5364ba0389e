import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type {
  Excursion,
  ExcursionOpened,
  Heard,
  ReportBasis,
  TemperatureEvent,
  TemperatureFlag,
  TemperatureState,
} from './temperature.js';

export const initialTemperature: TemperatureState = {
  bindings: [],
  watched: {},
  silent: {},
  excursions: [],
  opened: 0,
  flags: [],
  lights: [],
  reportedAsOf: null,
};

/** The temperature stage after one more event. */
export function evolveTemperature(
  state: TemperatureState,
  event: TemperatureEvent,
  recordedAt: Instant,
): TemperatureState {
  switch (event.type) {
    case 'LoggerBound':
      return bound(state, event.data, event.occurredAt);
    case 'LoggerUnbound':
      return unbound(state, event.data.logger, event.occurredAt);
    case 'LoggerHeard':
      return heard(state, event.data);
    case 'LoggerSilent':
      return silent(state, event.data, recordedAt);
    default:
      return reported(state, event, event.data.basis);
  }
}

type Reported = Exclude<TemperatureEvent, { type: 'LoggerBound' | 'LoggerUnbound' | 'LoggerHeard' | 'LoggerSilent' }>;

function reported(state: TemperatureState, event: Reported, { asOf }: ReportBasis): TemperatureState {
  return { ...withReport(state, event), reportedAsOf: asOf };
}

function withReport(state: TemperatureState, event: Reported): TemperatureState {
  switch (event.type) {
    case 'ExcursionOpened':
      return { ...state, opened: state.opened + 1, excursions: [...state.excursions, excursionOf(event.data)] };
    case 'ExcursionChanged':
    case 'ExcursionEnded':
      return { ...state, excursions: state.excursions.map((each) => replaced(each, excursionOf(event.data))) };
    case 'ExcursionWithdrawn':
      return { ...state, excursions: state.excursions.filter(({ id }) => id !== event.data.excursion) };
    case 'IceSeen':
    case 'HeatSeen':
      return { ...state, flags: [...otherFlags(state, event.data), flagOf(event.data)] };
    case 'FlagWithdrawn':
      return { ...state, flags: otherFlags(state, event.data) };
    case 'ForecastCrossed': {
      const { basis: _basis, was: _was, ...light } = event.data;
      const others = state.lights.filter(({ kind, id }) => kind !== light.kind || id !== light.id);
      return { ...state, lights: [...others, light] };
    }
  }
}

function excursionOf({ excursion, basis: _basis, ...stay }: ExcursionOpened['data']): Excursion {
  return { id: excursion, ...stay };
}

function replaced(each: Excursion, by: Excursion): Excursion {
  return each.id === by.id ? by : each;
}

function flagOf({ basis: _basis, ...flag }: TemperatureFlag & { readonly basis: ReportBasis }): TemperatureFlag {
  return flag;
}

function otherFlags(
  { flags }: TemperatureState,
  { kind, logger }: Pick<TemperatureFlag, 'kind' | 'logger'>,
): readonly TemperatureFlag[] {
  return flags.filter((flag) => flag.kind !== kind || flag.logger !== logger);
}

/** Bound anew, it is heard of anew. */
function bound(
  state: TemperatureState,
  { logger, box, probe, sends }: Pick<TemperatureState['bindings'][number], 'logger' | 'box' | 'probe' | 'sends'>,
  boundAt: ZonedInstant,
): TemperatureState {
  const binding = { logger, box, probe, sends, boundAt, unboundAt: null };
  const times = state.watched[logger]?.times ?? 0;
  return {
    ...state,
    bindings: [...state.bindings, binding],
    watched: { ...state.watched, [logger]: { times, through: null, silentAt: null } },
    silent: without(state.silent, logger),
  };
}

function unbound(state: TemperatureState, logger: string, at: ZonedInstant): TemperatureState {
  return {
    ...state,
    bindings: state.bindings.map((each) =>
      each.logger === logger && each.unboundAt === null ? { ...each, unboundAt: at } : each,
    ),
    silent: without(state.silent, logger),
  };
}

function heard(state: TemperatureState, { logger, through }: Heard): TemperatureState {
  const times = (state.watched[logger]?.times ?? 0) + 1;
  return {
    ...state,
    watched: { ...state.watched, [logger]: { times, through, silentAt: null } },
    silent: without(state.silent, logger),
  };
}

/** Looked after in vain, it is looked after again so long after that. */
function silent(
  state: TemperatureState,
  { logger, since }: { readonly logger: string; readonly since: Instant },
  silentAt: Instant,
): TemperatureState {
  const { times, through } = state.watched[logger] ?? { times: 0, through: null };
  return {
    ...state,
    watched: { ...state.watched, [logger]: { times: times + 1, through, silentAt } },
    silent: { ...state.silent, [logger]: since },
  };
}

function without(silences: TemperatureState['silent'], logger: string): TemperatureState['silent'] {
  return Object.fromEntries(Object.entries(silences).filter(([each]) => each !== logger));
}
