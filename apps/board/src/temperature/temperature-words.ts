import type { Temperature } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { spanText } from '../time/duration.js';

type Series = Temperature['loggers'][number];

/** "4.6 °C", a minus a true one. */
export function celsiusText(celsius: number): string {
  return `${String(Math.round(celsius * 10) / 10).replace('-', '−')} °C`;
}

/** "2 to 8 °C"; of a frozen unit what it must not be warmer than. */
export function bandText({ band, frozen }: Pick<Temperature, 'band' | 'frozen'>): string {
  const { minCelsius, maxCelsius } = band;
  return frozen ? `at most ${celsiusText(maxCelsius)}` : `${minCelsius} to ${celsiusText(maxCelsius)}`;
}

/** How long nothing was heard: "90 min", "26 h 10". */
export function lengthText(minutes: number): string {
  return minutes < 100 ? `${Math.round(minutes)} min` : spanText(minutes * 60_000);
}

const probes = { 'at-the-bag': 'probe at the bag', 'in-the-box-air': 'probe in the box’s air' } as const;

const notRegistered = 'not registered: nothing will be heard from it unless its file is read in';

/** What a logger is and how it stands: "EX-BOX-7, probe at the bag; last heard …". */
export function loggerText({ box, probe, sends, last, silentSince, unboundAt, registered }: Series): string {
  const place = `${box}, ${probes[probe]}`;
  if (last === null && sends === 'live' && !registered && unboundAt === null) return `${place}; ${notRegistered}`;
  if (silentSince !== null) return `${place}; silent since ${momentText(silentSince)}`;
  if (last === null) return `${place}; ${sends === 'live' ? 'has not sent yet' : 'not read out yet'}`;
  const heard = `${place}; last ${celsiusText(last.celsius)}, ${momentText(last.at)}`;
  return unboundAt === null ? heard : `${heard}; taken out ${momentText(unboundAt)}`;
}

/** In red, of a logger that is to be heard still and of which no more is taken; undefined: all is. */
export function fullText({ full, readings, logger, unboundAt }: Series): string | undefined {
  if (!full || unboundAt !== null) return undefined;
  return `${readings.toLocaleString('en')} readings, as many as one logger may have: whatever else ${logger} sends is refused. Excursions are not seen any more. Bind another logger.`;
}

/** "Too warm, up to 15 °C, for 60 minutes". */
export function excursionText({ side, extremeCelsius, minutes, until }: Temperature['excursions'][number]): string {
  const how = side === 'warm' ? 'Too warm, up to' : 'Too cold, down to';
  const long = until === null ? 'going on' : `for ${Math.round(minutes ?? 0)} minutes`;
  return `${how} ${celsiusText(extremeCelsius)}, ${long}`;
}

/** "A probe as cold as ice: 0 °C". */
export function flagText({ kind, extremeCelsius }: Temperature['flags'][number]): string {
  const what = kind === 'ice' ? 'A probe as cold as ice' : 'A probe hotter than any figure holds for';
  return `${what}: ${celsiusText(extremeCelsius)}`;
}

/** What the chart shows, for whoever does not see it. */
export function chartText({ loggers, ...rest }: Temperature): string {
  const all = loggers.flatMap(({ warmest, coldest }) =>
    warmest === null || coldest === null ? [] : [{ warmest, coldest }],
  );
  const warmest = Math.max(...all.map((each) => each.warmest));
  const coldest = Math.min(...all.map((each) => each.coldest));
  return `Temperatures between ${celsiusText(coldest)} and ${celsiusText(warmest)}; ordered ${bandText(rest)}`;
}
