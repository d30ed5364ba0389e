import { DateTime } from 'luxon';
import { millisOf, type Instant } from '@cellrelay/kernel';
import { withheld, withoutSealed } from '@cellrelay/shipment';

/** A calendar lies on servers of others: what somebody wrote, sealed or withheld, is left out of it for everybody. */
export function withoutAnyWords(text: string): string {
  return withoutSealed(text, () => '…').replaceAll(withheld, '…');
}

/** A moment in a place's own clock, with its distance to UTC, which tells the two readings of a repeated hour apart: "Sun 25 Oct 2026, 02:30 (Europe/Berlin, UTC+1)". */
export function localText(at: Instant, zone: string): string {
  const local = DateTime.fromMillis(millisOf(at), { zone, locale: 'en-GB' });
  return local.toFormat(`ccc d LLL yyyy, HH:mm '(${zone}, UTC'Z')'`);
}
