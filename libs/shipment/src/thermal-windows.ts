import { earliest, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import { orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import type { BoundLogger, LoggerBinding } from './temperature/temperature.js';

/** A box, or a charged shipper, while it holds the cells. */
export interface BoxSpan {
  readonly box: string;
  readonly from: Instant;
  /** Null while it holds them still. */
  readonly until: Instant | null;
}

/**
 * The boxes that the cells were in, one after the other, until the last was opened at the transplant centre. Of a frozen unit it is the shipper, from its charging: the
 * hold begins with it, and what is around the shipper keeps nothing cold.
 */
export function boxSpans(shipment: Shipment): readonly BoxSpan[] {
  const { 'courier-handoff': handoff, receipt } = shipment.stages;
  const charged = handoff.charges.map(({ shipper, chargedAt }) => ({ box: shipper, from: chargedAt.at }));
  const held = charged.length > 0 ? charged : handoff.custody.map(({ box, since }) => ({ box, from: since.at }));
  const begun = held.filter(({ box }, nth) => box !== held[nth - 1]?.box);
  const openedAt = receipt.receivedAt?.at ?? null;
  return begun.map((span, nth) => ({ ...span, until: begun[nth + 1]?.from ?? openedAt }));
}

/** A logger while what it reads is the temperature of the cells' box. */
export interface LoggerWindow extends BoundLogger {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** When each binding tells of the cells: while the logger is bound to a box, and the box holds them. */
export function loggerWindows(shipment: Shipment): readonly LoggerWindow[] {
  const spans = boxSpans(shipment);
  return shipment.stages.temperature.bindings.flatMap((binding) =>
    spans.filter(({ box }) => box === binding.box).flatMap((span) => windowOf(binding, span)),
  );
}

function windowOf({ boundAt, unboundAt, ...logger }: LoggerBinding, span: BoxSpan): readonly LoggerWindow[] {
  const from = latest([boundAt.at, span.from]) ?? span.from;
  const until = earliest([unboundAt?.at, span.until].filter((at) => at != null)) ?? null;
  return until !== null && until <= from ? [] : [{ ...logger, from, until }];
}

/** Until when after its closing a box is let cool: no excursion is told of that time. */
export function ignoredUntil(shipment: Shipment, { from }: BoxSpan): Instant {
  return plusMinutes(from, orderOf(shipment).policy.temperature.packingIgnoreMinutes.value);
}
