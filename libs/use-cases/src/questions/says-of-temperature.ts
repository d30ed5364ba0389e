import { wholeMinutes, type ForecastCrossed, type Stay, type TemperatureEvent } from '@cellrelay/shipment';
import { papersSays } from './says-of-papers.js';
import { receiptSays } from './says-of-receipt.js';
import { bagSaid, type Tellers } from './says.js';
import { shortTime } from './words.js';

/** Loggers, and what their readings imply. Moments are in UTC: a logger knows no other clock. */
const temperatureSays: Tellers<TemperatureEvent['type']> = {
  LoggerBound: ({ logger, box, sends }) =>
    `Logger ${logger} is bound to box ${box}; ${sends === 'live' ? 'it sends by itself' : 'it is read out by file'}.`,
  LoggerUnbound: ({ logger, reason }) => `Logger ${logger} is unbound: ${reason}`,
  LoggerHeard: ({ logger, through }) => `Logger ${logger} is heard through ${utc(through)} UTC.`,
  LoggerSilent: ({ logger, since }) => `Logger ${logger} is silent since ${utc(since)} UTC.`,
  ExcursionOpened: (data) => `Excursion ${data.excursion}: ${staySaid(data)}`,
  ExcursionChanged: (data) => `Excursion ${data.excursion} is now: ${staySaid(data)}`,
  ExcursionEnded: (data) => `Excursion ${data.excursion} ended: ${staySaid(data)}`,
  ExcursionWithdrawn: ({ excursion }) =>
    `Excursion ${excursion} falls away: by the readings that have come since, it was none of its own.`,
  IceSeen: ({ logger, box, from, extremeCelsius }) =>
    `Logger ${logger} in box ${box} read ${extremeCelsius} °C, first at ${utc(from)} UTC: the cells may have frozen.`,
  HeatSeen: ({ logger, box, from, extremeCelsius }) =>
    `Logger ${logger} in box ${box} read ${extremeCelsius} °C, first at ${utc(from)} UTC: quarantine, the physician decides.`,
  FlagWithdrawn: ({ kind, logger }) =>
    `The ${kind} that logger ${logger} showed falls away: it was not read in this box while the cells were in it.`,
  ForecastCrossed: (data) => `The forecast of ${data.kind === 'bag' ? bagSaid(data.id) : data.id} ${turnSaid(data)}.`,
};

/** The temperature and the papers on the way, and what came of it at the centre. */
export const toReceiptSays = { ...temperatureSays, ...papersSays, ...receiptSays };

/** The first light on record came from none: what a page showed while no reading told is no light that turned. */
function turnSaid({ was, light, holdsUntil, countedShort }: ForecastCrossed['data']): string {
  const until =
    holdsUntil === null || light === 'green' ? '' : `, and its request holds until ${utc(holdsUntil)} UTC at least`;
  const short = countedShort ? ', with fewer cells counted than were requested' : until;
  if (was === null) return `is ${light}${short}`;
  return was === light ? `is ${light} still${short}` : `went from ${was} to ${light}${short}`;
}

const utc = (at: Stay['from']): string => shortTime(at, 'UTC');

function staySaid({ box, side, from, until, extremeCelsius, minutes }: Stay): string {
  const how = `${side === 'warm' ? 'warmer' : 'colder'} than ordered`;
  const extreme = `${side === 'warm' ? 'up' : 'down'} to ${extremeCelsius} °C`;
  if (until === null) return `box ${box} is ${how} since ${utc(from)} UTC, ${extreme}.`;
  return `box ${box} was ${how} for ${wholeMinutes(minutes ?? 0)} from ${utc(from)} to ${utc(until)} UTC, ${extreme}.`;
}
