import type { EventOf, ShipmentEvent } from '@cellrelay/shipment';

type EventNamed<Type extends ShipmentEvent['type']> = Extract<ShipmentEvent, EventOf<Type, unknown>>;

/** How each of some events is told, in one sentence without its full stop's clutter: what happened, not when. */
export type Tellers<Type extends ShipmentEvent['type']> = {
  readonly [Each in Type]: (data: EventNamed<Each>['data'], event: EventNamed<Each>) => string;
};

/** A bag in a sentence that has no shipment beside it: its product code tells the bags of one collection apart. */
export function bagSaid(id: string): string {
  return `bag ${id.split('/').at(1) ?? id}`;
}

/** Some bags in a sentence. */
export function bagsSaid(ids: readonly string[]): string {
  return ids.map(bagSaid).join(', ');
}

/** Why something was wrong, and what shows it: the two sentences that end a correction. */
export function whySaid({ reason, evidence }: { readonly reason: string; readonly evidence: string }): string {
  return `Reason: ${stopped(reason)} Evidence: ${stopped(evidence)}`;
}

function stopped(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
