import type { AfterAttempt, LeasedDelivery } from './delivery-store.port.js';
import type { Carried, Channel } from './delivery.js';

const minute = 60_000;
const hour = 60 * minute;

/** For how long each channel is tried, and how long is waited at most between two tries. A warning by telephone is worth nothing a day later; programs catch up after a long weekend. */
const patience: Readonly<Record<Channel, { readonly forMs: number; readonly waitMs: number }>> = {
  mail: { forMs: 24 * hour, waitMs: 10 * minute },
  sms: { forMs: 6 * hour, waitMs: 5 * minute },
  voice: { forMs: 2 * hour, waitMs: 5 * minute },
  desk: { forMs: 24 * hour, waitMs: 10 * minute },
  webhook: { forMs: 72 * hour, waitMs: 2 * hour },
};

/**
 * Of so many tries without an answer no further one is made. A person is told twice at most. An office is asked once: it would open two cases; whoever sent the request learns that nobody knows, and
 * asks there.
 */
const mostUnknown: Readonly<Record<Channel, number>> = { mail: 2, sms: 2, voice: 2, desk: 1, webhook: 2 };

/**
 * Whether it is tried no more because nobody learned what became of it. Programs know what they were told by its id, so that told again does no harm: they are tried on, for as long
 * as they would be otherwise.
 */
export function isLeftUnknown(channel: Channel, unknown: number, ageMs: number): boolean {
  return unknown >= mostUnknown[channel] && (channel !== 'webhook' || ageMs > patience.webhook.forMs);
}

/** How long to wait after the n-th try (from 1): 10 s, growing threefold, to the channel's most. */
export function waitAfterTry(channel: Channel, attempt: number): number {
  return Math.min(10_000 * 3 ** (attempt - 1), patience[channel].waitMs);
}

/** What follows a try: the other side's yes and its no for good are kept to; anything else is tried again, until its channel's time is over. */
export function afterAttempt(
  { delivery: { channel }, tries, ageMs, unknownBefore }: Omit<LeasedDelivery, 'id' | 'token'>,
  { outcome }: Carried,
): AfterAttempt {
  if (outcome === 'sent' || outcome === 'kept') return ended(outcome);
  if (outcome === 'refused' || outcome === 'ended') return ended('failed');
  if (outcome === 'unknown' && isLeftUnknown(channel, unknownBefore + 1, ageMs)) return ended('unknown');
  const nextAfterMs = waitAfterTry(channel, tries);
  return ageMs + nextAfterMs > patience[channel].forMs ? ended('failed') : { status: 'waiting', nextAfterMs };
}

function ended(status: AfterAttempt['status']): AfterAttempt {
  return { status, nextAfterMs: null };
}
