import { millisOf, type Instant } from '@cellrelay/kernel';
import { lateMs } from '../bell/downtime.port.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** How long after it was due something was done, in words; null where it was in time, which up to a minute more still is. */
export function lateWords(dueAt: Instant, doneAt: Instant): string | null {
  const millis = millisOf(doneAt) - millisOf(dueAt);
  return millis <= lateMs ? null : spanWords(millis);
}

/** "2 h 5 min", "3 min"; from two days on "2 d 4 h". Never rounded up. */
function spanWords(millis: number): string {
  if (millis >= 2 * day) return `${Math.floor(millis / day)} d ${Math.floor((millis % day) / hour)} h`;
  const [hours, minutes] = [Math.floor(millis / hour), Math.floor((millis % hour) / minute)];
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
}
