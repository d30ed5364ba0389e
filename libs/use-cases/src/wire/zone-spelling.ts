import { zoneOf, type Zone } from '@cellrelay/kernel';

/** An alias as the time-zone data spells its names: each part begins with a capital. */
const spelt = /^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9+_-]*)+$/;

/**
 * The zone in its own spelling, so that the log names each zone in one way: asia/shanghai is Asia/Shanghai. An alias such as
 * Asia/Kolkata stays as it is; one in another letter case cannot be told from a slip, so it is undefined like every unknown zone.
 */
export function spelledZone(text: string): Zone | undefined {
  const known = spelled.get(text);
  if (known !== undefined) return known;
  const zone = inOwnSpelling(text);
  if (spelled.size >= mostSpelled) spelled.clear();
  if (zone === text) spelled.set(text, zone);
  return zone;
}

/** Names that were found to be well spelled, so that the time-zone data is asked once for each. There are some six hundred, and odd spellings of aliases. */
const spelled = new Map<string, Zone>();
const mostSpelled = 1000;

function inOwnSpelling(text: string): Zone | undefined {
  const zone = zoneOf(text);
  if (zone === undefined) return undefined;
  const own = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  if (own.toLowerCase() === text.toLowerCase()) return zoneOf(own);
  return spelt.test(text) && text !== text.toUpperCase() ? zone : undefined;
}
