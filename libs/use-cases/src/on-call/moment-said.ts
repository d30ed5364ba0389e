import { inZone, type Instant, type Zone } from '@cellrelay/kernel';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment in words, by a clock that is named, and by UTC beside it: "23 Nov 2026, 13:00 Berlin time (12:00 UTC)". */
export function momentSaid(at: Instant, zone: Zone): string {
  const utc = at.slice(0, 16);
  const local = inZone(at, zone).slice(0, 16);
  if (zone === 'UTC') return `${daySaid(utc)}, ${clockOf(utc)} UTC`;
  const utcDay = utc.slice(0, 10) === local.slice(0, 10) ? '' : `${daySaid(utc)}, `;
  return `${daySaid(local)}, ${clockOf(local)} ${placeOf(zone)} time (${utcDay}${clockOf(utc)} UTC)`;
}

function daySaid(local: string): string {
  const [year = '', month = '', day = ''] = local.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

function clockOf(local: string): string {
  return local.slice(11, 16);
}

/** Europe/Berlin: Berlin. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
