import type { Instant } from '@cellrelay/kernel';
import type { Severity } from '@cellrelay/shipment';
import { quietUntil, type OwnChannel, type TellingWish } from './telling-wish.js';

/** A message that somebody is to get, and not before when. */
export interface ToBeTold extends OwnChannel {
  readonly account: string;
  readonly notBefore: Instant | null;
}

/** Somebody on call whom a message can reach. */
export interface Reachable {
  readonly account: string;
  readonly wish: TellingWish;
}

/** What a step of the ladder asks for. */
export interface StepWanted {
  readonly person: number | 'all';
  readonly channel: number | 'all';
  readonly severity: Severity;
}

/**
 * Whom a step tells, by which channel. Where there are fewer people or channels than it asks for, the last there is stands in: a step tells nobody only where nobody can be told.
 * A warning waits for the end of somebody's quiet hours; a critical alert waits for nothing.
 */
export function whomToTell(step: StepWanted, onCall: readonly Reachable[], at: Instant): readonly ToBeTold[] {
  const reachable = onCall.filter(({ wish }) => wish.channels.length > 0);
  return nth(reachable, step.person).flatMap(({ account, wish }) =>
    nth(wish.channels, step.channel).map(({ channel, to }) => ({
      account,
      channel,
      to,
      notBefore: step.severity === 'critical' ? null : quietUntil(wish, at),
    })),
  );
}

function nth<Item>(items: readonly Item[], which: number | 'all'): readonly Item[] {
  return which === 'all' ? items : items.slice(Math.min(which, items.length) - 1).slice(0, 1);
}
