import { wholeMinutes } from '../local-time.js';
import type { Cause, Offer } from '../obligation.js';
import type {
  Excursion,
  ForecastLight,
  TemperatureAgendaFacts,
  TemperatureFlag,
  TemperatureState,
} from './temperature.js';
import { excursionUntil, saidAt, silenceUntil, untilOf } from './temperature.until.js';
import { watchOf } from './temperature.watched.js';

/**
 * The troubles of temperature. Excursions, ice and heat stand until the centre has decided on the product, an excursion as grave as it was while it went on: many a logger tells of
 * it when it is over, or after the box was opened, and whoever decides is to know. A silent logger's stands until it is heard, or is not needed any more.
 */
export function temperatureCauses(state: TemperatureState, facts: TemperatureAgendaFacts): readonly Cause[] {
  return [
    ...(facts.judged ? [] : state.excursions.map((each) => excursionCause(each, state, facts))),
    ...(facts.judged ? [] : state.flags.map((each) => flagCause(each, facts))),
    ...(facts.judged ? [] : state.lights.flatMap((each) => forecastCause(each, facts))),
    ...(facts.received ? [] : silentCauses(state, facts)),
  ];
}

const trouble = { stage: 'temperature', severity: 'warning' } as const;

/** By the policy's minutes out of band. */
const severities = { green: 'notice', amber: 'warning', red: 'critical' } as const;

function excursionCause(excursion: Excursion, { excursions }: TemperatureState, facts: TemperatureAgendaFacts): Cause {
  const { id, grade, until } = excursion;
  return {
    ...trouble,
    key: `excursion/${id}`,
    severity: severities[grade],
    wrong: excursionSaid(excursion, facts),
    follows:
      until === null
        ? 'Cells are lost faster as long as it lasts; the clock’s limit stays where it is.'
        : 'It is in the forecast. Whoever decides on the product is to know of it.',
    ...untilOf(excursionUntil(excursion, excursions, facts)),
    offers: waysOut(excursion, facts),
  };
}

/** An excursion in a sentence. */
function excursionSaid(
  { box, side, from, until, extremeCelsius, minutes }: Excursion,
  facts: TemperatureAgendaFacts,
): string {
  const since = saidAt(from, facts);
  const how = side === 'warm' ? 'warmer' : 'colder';
  const extreme = `${side === 'warm' ? 'up to' : 'down to'} ${extremeCelsius} °C`;
  if (until === null) return `Box ${box} is ${how} than ordered since ${since}, ${extreme}.`;
  return `Box ${box} was ${how} than ordered for ${wholeMinutes(minutes ?? 0)} from ${since}, ${extreme}.`;
}

/** What is over, or was told of too late, can be written down only. */
function waysOut({ box, id, until }: Excursion, { shipper, received }: TemperatureAgendaFacts): readonly Offer[] {
  const deviation = deviationOf(`Temperature excursion ${id} in box ${box}`);
  if (until !== null || received) return [deviation];
  if (shipper === null)
    return [{ command: 'PlanRelay', label: 'Plan to move the bags to another box', prefill: {} }, deviation];
  return [{ command: 'ChargeShipper', label: 'Record that it was charged again', prefill: { shipper } }, deviation];
}

function deviationOf(words: string): Offer {
  const prefill = { kind: 'temperature-excursion', words };
  return { command: 'OpenDeviation', label: 'Open a deviation', prefill };
}

function flagCause({ kind, logger, box, from, extremeCelsius }: TemperatureFlag, facts: TemperatureAgendaFacts): Cause {
  const since = saidAt(from, facts);
  const read = `Logger ${logger} in box ${box} read ${extremeCelsius} °C`;
  return {
    ...trouble,
    key: `${kind}/${logger}`,
    severity: 'critical',
    wrong: `${read} (first so at ${since}).`,
    follows: flagFollows(kind, facts.frozen),
    ...untilOf(facts.limitAt),
    offers: [deviationOf(`${read}, first at ${since}`)],
  };
}

function flagFollows(kind: TemperatureFlag['kind'], frozen: boolean): string {
  if (kind === 'ice') return 'The cells may have frozen: quarantine them. The transplant physician decides.';
  return frozen
    ? 'It is not assured that the unit has stayed frozen: quarantine it. The transplant physician decides.'
    : 'Outside the model: quarantine the cells. The transplant physician decides.';
}

/** The model ranks risks: it raises a warning and never more (viability.md R1). What a bag's own temperature says is told as excursion, ice or heat; cells that were counted short, by the count. */
function forecastCause(
  { kind, id, light, probability, holdsUntil, countedShort }: ForecastLight,
  { limitAt, waysForDose }: TemperatureAgendaFacts,
): readonly Cause[] {
  if (kind === 'bag' || light === 'green' || probability === null || countedShort) return [];
  return [
    {
      ...trouble,
      stage: 'receipt',
      key: `forecast-short/${id}`,
      wrong: `By the model the dose of ${id} at infusion may fall below what was requested.`,
      follows: 'Decision support, not a release test: an earlier infusion keeps more, and the count on arrival rules.',
      ...untilOf(holdsUntil ?? limitAt),
      offers: waysForDose.find(({ recipient }) => recipient === id)?.offers ?? [],
    },
  ];
}

function silentCauses(state: TemperatureState, facts: TemperatureAgendaFacts): readonly Cause[] {
  return facts.inUse.flatMap(({ logger, box }): readonly Cause[] => {
    const since = watchOf(state, logger).silentSince;
    if (since === null) return [];
    return [
      {
        ...trouble,
        key: `logger-silent/${logger}`,
        wrong: `No reading of logger ${logger} in box ${box} is on record since ${saidAt(since, facts)}.`,
        follows: 'The worst temperature in range is assumed from there on. The courier can look at its display.',
        ...untilOf(silenceUntil(facts)),
        offers: [
          { command: 'RecordLoggerHeard', label: 'It has sent', prefill: { logger } },
          { command: 'UnbindLogger', label: 'Unbind it', prefill: { logger } },
        ],
      },
    ];
  });
}
