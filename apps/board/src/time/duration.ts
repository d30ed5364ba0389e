import { t } from '../words/words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MINUS = '−';

/** A span in hours and minutes, "13 h 36"; from 100 hours on in days, "4 d 7 h". Never rounded up. */
export function spanText(millis: number): string {
  const minutes = Math.floor(Math.abs(millis) / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours >= 100) return t('{days} d {hours} h', { days: Math.floor(hours / 24), hours: hours % 24 });
  return t('{hours} h {minutes}', { hours, minutes: String(minutes % 60).padStart(2, '0') });
}

/** As {@link spanText}, but in minutes and seconds below ten minutes, where seconds count. */
export function closeSpanText(millis: number): string {
  const left = Math.abs(millis);
  if (left >= 10 * MINUTE) return spanText(millis);
  const seconds = Math.floor(left / 1000);
  return t('{minutes} min {seconds}', {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, '0'),
  });
}

/** Time left with its sign: "+2 h 40" is to come, "−0 h 15" (a true minus) is past. */
export function signedText(millis: number): string {
  return `${millis < 0 ? MINUS : '+'}${closeSpanText(millis)}`;
}

/** Distance from now in words: "in 4 h 39", "0 h 22 ago", "now" within the same minute. */
export function distanceText(millis: number): string {
  if (Math.abs(millis) < MINUTE) return t('now');
  const span = spanText(millis);
  return millis > 0 ? t('in {span}', { span }) : t('{span} ago', { span });
}

/** Whole hours as a clock's lines are named: "48 h"; with minutes where there are some. */
export function hoursText(millis: number): string {
  return millis % HOUR === 0 ? t('{hours} h', { hours: millis / HOUR }) : spanText(millis);
}

/** How near a due moment is: past, under an hour, or neither. */
export function urgency(millis: number): 'past' | 'near' | 'calm' {
  if (millis < 0) return 'past';
  return millis < HOUR ? 'near' : 'calm';
}
