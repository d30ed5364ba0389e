import type { Stay, TemperatureEvent } from '@cellrelay/shipment';
import { bagSaid, type Tellers } from './says.js';
import { shortTime } from './words.js';

/** Loggers, and what their readings imply. Moments are in UTC: a logger knows no other clock. */
export const temperatureSays: Tellers<TemperatureEvent['type']> = {
  LoggerBound: ({ logger, box, sends }) =>
    `Logger ${logger} is bound to box ${box}; ${sends === 'live' ? 'it sends by itself' : 'it is read out by file'}.`,
  LoggerUnbound: ({ logger, reason }) => `Logger ${logger} is unbound: ${reason}`,
  LoggerHeard: ({ logger, through }) => `Logger ${logger} is heard through ${utc(through)}.`,
  LoggerSilent: ({ logger, since }) => `Logger ${logger} is silent since ${utc(since)}.`,
  ExcursionOpened: (data) => `Excursion ${data.excursion}: ${staySaid(data)}`,
  ExcursionChanged: (data) => `Excursion ${data.excursion} is now: ${staySaid(data)}`,
  ExcursionEnded: (data) => `Excursion ${data.excursion} ended: ${staySaid(data)}`,
  ExcursionWithdrawn: ({ excursion }) =>
    `Excursion ${excursion} falls away: by the readings that have come since, it was none of its own.`,
  IceSeen: ({ logger, box, from, extremeCelsius }) =>
    `Logger ${logger} in box ${box} read ${extremeCelsius} °C, first at ${utc(from)}: the cells may have frozen.`,
  HeatSeen: ({ logger, box, from, extremeCelsius }) =>
    `Logger ${logger} in box ${box} read ${extremeCelsius} °C, first at ${utc(from)}: quarantine, the physician decides.`,
  FlagWithdrawn: ({ kind, logger }) =>
    `The ${kind} that logger ${logger} showed falls away: it was not read in this box while the cells were in it.`,
  ForecastCrossed: ({ kind, id, was, light }) =>
    `The forecast of ${kind === 'bag' ? bagSaid(id) : id} went from ${was} to ${light}.`,
};

const utc = (at: Stay['from']): string => shortTime(at, 'UTC');

function staySaid({ box, side, from, until, extremeCelsius, minutes }: Stay): string {
  const how = `${side === 'warm' ? 'warmer' : 'colder'} than ordered`;
  const extreme = `${side === 'warm' ? 'up' : 'down'} to ${extremeCelsius} °C`;
  if (until === null) return `box ${box} is ${how} since ${utc(from)}, ${extreme}.`;
  return `box ${box} was ${how} for ${minutes ?? 0} minutes from ${utc(from)} to ${utc(until)}, ${extreme}.`;
}
