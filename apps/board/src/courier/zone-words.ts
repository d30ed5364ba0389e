import type { Place } from '../api/types.js';
import { dayText, clockText } from '../time/zone.js';
import { t } from '../words/words.js';

/** A moment in the clock of its place, with the city and the zone named: "Tue 24 14:20, Houston time (GMT-6)". */
export function placedTime(at: number, { city, zone }: Place): string {
  return t('{day} {clock}, {city} time ({zone})', {
    day: dayText(at, zone),
    clock: clockText(at, zone),
    city,
    zone: zoneName(at, zone),
  });
}

/** The zone as its people and airlines write it at that moment: "GMT+8". */
export function zoneName(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
