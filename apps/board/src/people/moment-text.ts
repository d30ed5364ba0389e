import { ownZone } from '../time/now.js';
import { clockText, dateText } from '../time/zone.js';
import { t } from '../words/words.js';

/** A moment by one's own clock: "Fri 27 Nov 2026, 00:14". */
export function momentText(at: string): string {
  const millis = Date.parse(at);
  return t('{date}, {clock}', { date: dateText(millis, ownZone), clock: clockText(millis, ownZone) });
}
