import type { AlertLadder, ThermalDefault } from '@cellrelay/shipment';
import { productWords } from '../questions/words.js';

/** A span as people say it: "45 min", "12 h", "3 days". */
export function inMinutes(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return days(minutes / 1440);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole === 0 ? [] : [hours(whole)]), ...(rest > 0 || whole === 0 ? [`${rest} min`] : [])].join(' ');
}

export function hours(count: number): string {
  return `${count} h`;
}

export function days(count: number): string {
  return `${count} day${count === 1 ? '' : 's'}`;
}

export function daysBefore(count: number): string {
  return `${days(count)} before the collection`;
}

/** Several values in a line; none as such. */
export function listSaid<Item>(say: (item: Item) => string): (items: readonly Item[]) => string {
  return (items) => (items.length === 0 ? 'none' : items.map(say).join(', '));
}

export function productSaid({ product, minCelsius, maxCelsius }: ThermalDefault): string {
  return `${productWords[product]} ${minCelsius} to ${maxCelsius} °C`;
}

/** "is not asked; is asked in KR, JP". */
export function bordersSaid<Value extends string>(
  words: Readonly<Record<Value, string>>,
): (setting: { readonly otherwise: Value; readonly countries: Readonly<Record<string, Value>> }) => string {
  return ({ otherwise, countries }) => {
    const others = [...new Set(Object.values(countries))].filter((value) => value !== otherwise);
    const named = others.map((value) => {
      const where = Object.entries(countries).flatMap(([country, each]) => (each === value ? [country] : []));
      return `${words[value]} in ${where.join(', ')}`;
    });
    return [words[otherwise], ...named].join('; ');
  };
}

/** By how far the way is: "overseas 2 days, region 1 day, domestic 0 days". */
export function byReachSaid(
  say: (value: unknown) => string,
): (reaches: Readonly<Record<'overseas' | 'region' | 'domestic', unknown>>) => string {
  return ({ overseas, region, domestic }) =>
    `from overseas ${say(overseas)}, within a region ${say(region)}, within the country ${say(domestic)}`;
}

/** "by the next channel after 5 min; ..." */
export function ladderSaid({ nextChannelMinutes, persons, repeatMinutes, ...rest }: AlertLadder): string {
  const repeated = `a critical one is told again after ${inMinutes(repeatMinutes)}, then at growing intervals of at most ${inMinutes(rest.repeatAtMostMinutes)}`;
  const ended = rest.tellEnd ? 'its end is told' : 'its end is not told';
  return `the next channel after ${inMinutes(nextChannelMinutes)}; up to ${persons} people; ${repeated}; ${ended}`;
}
