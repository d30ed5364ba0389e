import { ownZone } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';

/** A moment in the clock of this phone, with its city, and the day where it is not today. */
export function hereText(at: number, now: number): string {
  return `${whenText(at, ownZone, now)} ${cityOf(ownZone)}`;
}
