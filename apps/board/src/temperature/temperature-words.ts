import type { Temperature } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { spanText } from '../time/duration.js';
import { t } from '../words/words.js';
import { countText } from '../words/named.js';

type Series = Temperature['loggers'][number];

/** "4.6 °C", a minus a true one. */
export function celsiusText(celsius: number): string {
  return `${String(Math.round(celsius * 10) / 10).replace('-', '−')} °C`;
}

/** "2 to 8 °C"; of a frozen unit what it must not be warmer than. */
export function bandText({ band, frozen }: Pick<Temperature, 'band' | 'frozen'>): string {
  const { minCelsius, maxCelsius } = band;
  return frozen
    ? t('at most {celsius}', { celsius: celsiusText(maxCelsius) })
    : t('{min} to {max}', { min: minCelsius, max: celsiusText(maxCelsius) });
}

/** How long nothing was heard: "90 min", "26 h 10". */
export function lengthText(minutes: number): string {
  return minutes < 100 ? t('{minutes} min', { minutes: Math.round(minutes) }) : spanText(minutes * 60_000);
}

const probes = () => ({ 'at-the-bag': t('probe at the bag'), 'in-the-box-air': t('probe in the box’s air') }) as const;

const notRegistered = () => t('not registered: nothing will be heard from it unless its file is read in');

/** What a logger is and how it stands: "EX-BOX-7, probe at the bag; last heard …". */
export function loggerText({ box, probe, sends, last, silentSince, unboundAt, registered }: Series): string {
  const place = t('{box}, {probe}', { box, probe: probes()[probe] });
  if (last === null && sends === 'live' && !registered && unboundAt === null)
    return t('{place}; {standing}', { place, standing: notRegistered() });
  if (silentSince !== null) return t('{place}; silent since {moment}', { place, moment: momentText(silentSince) });
  if (last === null)
    return sends === 'live' ? t('{place}; has not sent yet', { place }) : t('{place}; not read out yet', { place });
  const heard = t('{place}; last {celsius}, {moment}', {
    ...{ place, celsius: celsiusText(last.celsius), moment: momentText(last.at) },
  });
  return unboundAt === null ? heard : t('{heard}; taken out {moment}', { heard, moment: momentText(unboundAt) });
}

/** In red, of a logger that is to be heard still and of which no more is taken; undefined: all is. */
export function fullText({ full, readings, logger, unboundAt }: Series): string | undefined {
  if (!full || unboundAt !== null) return undefined;
  return t(
    '{readings} readings, as many as one logger may have: whatever else {logger} sends is refused. Excursions are not seen any more. Bind another logger.',
    { readings: countText(readings), logger },
  );
}

/** "Too warm, up to 15 °C, for 60 minutes". */
export function excursionText({ side, extremeCelsius, minutes, until }: Temperature['excursions'][number]): string {
  const celsius = celsiusText(extremeCelsius);
  if (until === null)
    return side === 'warm'
      ? t('Too warm, up to {celsius}, going on', { celsius })
      : t('Too cold, down to {celsius}, going on', { celsius });
  const values = { celsius, minutes: Math.round(minutes ?? 0) };
  return side === 'warm'
    ? t('Too warm, up to {celsius}, for {minutes} minutes', values)
    : t('Too cold, down to {celsius}, for {minutes} minutes', values);
}

/** "A probe as cold as ice: 0 °C". */
export function flagText({ kind, extremeCelsius }: Temperature['flags'][number]): string {
  const celsius = celsiusText(extremeCelsius);
  return kind === 'ice'
    ? t('A probe as cold as ice: {celsius}', { celsius })
    : t('A probe hotter than any figure holds for: {celsius}', { celsius });
}

/** What the chart shows, for whoever does not see it. */
export function chartText({ loggers, ...rest }: Temperature): string {
  const all = loggers.flatMap(({ warmest, coldest }) =>
    warmest === null || coldest === null ? [] : [{ warmest, coldest }],
  );
  const warmest = Math.max(...all.map((each) => each.warmest));
  const coldest = Math.min(...all.map((each) => each.coldest));
  return t('Temperatures between {coldest} and {warmest}; ordered {band}', {
    ...{ coldest: celsiusText(coldest), warmest: celsiusText(warmest), band: bandText(rest) },
  });
}
