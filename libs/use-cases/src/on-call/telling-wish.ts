import { inZone, localDateAt, plusDays, ruleTime, type Instant, type Zone } from '@cellrelay/kernel';
import type { PersonalChannel } from '../deliveries/delivery.js';

/** One way to reach somebody. */
export interface OwnChannel {
  readonly channel: PersonalChannel;
  /** A mail address, or a telephone number in international form. */
  readonly to: string;
}

/** How somebody wants to be told. */
export interface TellingWish {
  readonly zone: Zone;
  /** HH:mm to HH:mm by that zone's clock, over midnight where it ends before it begins; null: none. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** The first is tried first. Empty: they are not reached. */
  readonly channels: readonly OwnChannel[];
}

/** When the quiet hours end that somebody has at that moment; null where they have none then. */
export function quietUntil({ quiet, zone }: Pick<TellingWish, 'quiet' | 'zone'>, at: Instant): Instant | null {
  if (quiet === null) return null;
  const clock = inZone(at, zone).slice(11, 16);
  const overMidnight = quiet.to <= quiet.from;
  const evening = clock >= quiet.from;
  const isQuiet = overMidnight ? evening || clock < quiet.to : evening && clock < quiet.to;
  if (!isQuiet) return null;
  const ends = ruleTime(plusDays(localDateAt(at, zone), overMidnight && evening ? 1 : 0), quiet.to, zone);
  // Where the clocks are put back, an hour comes twice; its end is then over already by the earlier reading.
  return ends > at ? ends : null;
}
