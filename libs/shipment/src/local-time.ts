import { inZone, type Instant, type Zone } from '@cellrelay/kernel';

/** A place with a clock. */
export interface ClockPlace {
  readonly city: string;
  readonly zone: string;
}

/** A moment in a sentence, to the minute, in a place's clock and with its name: "2026-11-27 10:52 in Beijing". */
export function localIn(at: Instant, { city, zone }: ClockPlace): string {
  return `${inZone(at, zone as Zone)
    .slice(0, 16)
    .replace('T', ' ')} in ${city}`;
}

/** In a sentence: "50 minutes". */
export function wholeMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
}

/** "3 h 20 min"; never rounded up, for it may be time that is left. */
export function spanOf(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
