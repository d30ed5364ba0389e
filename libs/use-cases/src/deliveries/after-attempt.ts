import type { AfterAttempt, LeasedDelivery } from './delivery-store.port.js';
import type { Carried, Channel } from './delivery.js';

const minute = 60_000;
const hour = 60 * minute;

/** For how long each channel is tried, and how long is waited at most between two tries. A warning by telephone is worth nothing a day later; programs catch up after a long weekend. */
const patience: Readonly<Record<Channel, { readonly forMs: number; readonly waitMs: number }>> = {
  mail: { forMs: 24 * hour, waitMs: 10 * minute },
  sms: { forMs: 6 * hour, waitMs: 5 * minute },
  voice: { forMs: 2 * hour, waitMs: 5 * minute },
  webhook: { forMs: 72 * hour, waitMs: 2 * hour },
};

/** It is told twice at most: of two tries without an answer no third is made. */
const mostUnknown = 2;

/** How long to wait after the n-th try (from 1): 10 s, growing threefold, to the channel's most. */
export function waitAfterTry(channel: Channel, attempt: number): number {
  return Math.min(10_000 * 3 ** (attempt - 1), patience[channel].waitMs);
}

/** What follows a try: the other side's yes and its no for good are kept to; anything else is tried again, until its channel's time is over. */
export function afterAttempt(
  { delivery: { channel }, attempt, ageMs, unknownBefore }: Omit<LeasedDelivery, 'id' | 'token'>,
  { outcome }: Carried,
): AfterAttempt {
  if (outcome === 'sent' || outcome === 'kept') return ended(outcome);
  if (outcome === 'refused' || outcome === 'ended') return ended('failed');
  if (outcome === 'unknown' && unknownBefore + 1 >= mostUnknown) return ended('unknown');
  const nextAfterMs = waitAfterTry(channel, attempt);
  return ageMs + nextAfterMs > patience[channel].forMs ? ended('failed') : { status: 'waiting', nextAfterMs };
}

function ended(status: AfterAttempt['status']): AfterAttempt {
  return { status, nextAfterMs: null };
}
