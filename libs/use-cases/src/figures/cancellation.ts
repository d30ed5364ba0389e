import type { Shipment } from '@cellrelay/shipment';

/** That a shipment was cancelled, and under which code. */
export interface Cancellation {
  readonly code: string;
}

/** The cancellation on record, or null: the one place that figures read it from. */
export function cancellationOf({ stages }: Shipment): Cancellation | null {
  const { cancelled } = stages.order as { readonly cancelled?: Cancellation | null };
  return cancelled ?? null;
}
