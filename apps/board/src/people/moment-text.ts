import { ownZone } from '../time/now.js';
import { clockText, dayText } from '../time/zone.js';

/** A moment by one's own clock: "Fri 27 Nov 2026, 00:14". */
export function momentText(at: string): string {
  const millis = Date.parse(at);
  return `${dayText(millis, ownZone, true)} ${new Date(millis).getFullYear()}, ${clockText(millis, ownZone)}`;
}
