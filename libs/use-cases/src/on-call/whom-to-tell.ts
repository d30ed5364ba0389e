import type { Instant } from '@cellrelay/kernel';
import type { Severity } from '@cellrelay/shipment';
import { personalChannels, type PersonalChannel } from '../deliveries/delivery.js';
import { quietUntil, type OwnChannel, type TellingWish } from './telling-wish.js';

/** A message that somebody is to get, and not before when. */
export interface ToBeTold extends OwnChannel {
  readonly account: string;
  readonly notBefore: Instant | null;
}

/** A message that is sent, or that is only kept to be read on the board: this server does not send by that channel. */
export interface ToldOrKept extends ToBeTold {
  readonly kept: boolean;
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

/** When it is, and by which channels this server sends. */
export interface Sending {
  readonly at: Instant;
  readonly sends: readonly PersonalChannel[];
}

/**
 * Whom a step tells by what this server sends: a channel that it has not is passed over as one that somebody has not, and so is whoever has no other. What they would have been
 * told by it is kept beside what is sent, to be read on the board; nobody counts as told by it.
 */
export function toldOrKept(
  step: StepWanted,
  onCall: readonly Reachable[],
  { at, sends }: Sending,
): readonly ToldOrKept[] {
  const sent = whomToTell(
    step,
    onCall.map((each) => sentTo(each, sends)),
    at,
  );
  const passedOver = whomToTell(step, onCall, at).filter(({ channel }) => !sends.includes(channel));
  return [...sent.map((each) => ({ ...each, kept: false })), ...passedOver.map((each) => ({ ...each, kept: true }))];
}

function sentTo({ account, wish }: Reachable, sends: readonly PersonalChannel[]): Reachable {
  return { account, wish: { ...wish, channels: wish.channels.filter(({ channel }) => sends.includes(channel)) } };
}

/** Channels that these people name and this server has not. */
export function lackingFor(
  onCall: readonly Reachable[],
  sends: readonly PersonalChannel[],
): readonly PersonalChannel[] {
  const named = new Set(onCall.flatMap(({ wish }) => wish.channels.map(({ channel }) => channel)));
  return personalChannels.filter((channel) => named.has(channel) && !sends.includes(channel));
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
