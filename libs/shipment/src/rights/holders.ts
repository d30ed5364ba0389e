import type { Shipment } from '../shipment.js';
import { namedParts, type NamedPart } from './parties.js';

/** The parts that couriers are nominated for, by their ids in the pool. */
export const courierParts = ['courier', 'substitute', 'relay-courier'] as const;
export type CourierPart = (typeof courierParts)[number];

/** Who stands in a shipment beside the operator: an organisation by its id, or a courier by theirs in the pool. What else it is found by: a logger by its number. */
export interface Holder {
  readonly part: NamedPart | CourierPart | 'logger';
  readonly holder: string;
}

/** The loggers that were ever bound to a box of the shipment: nobody has a right by them, and the shipment is found by them. */
export function loggersIn({ stages }: Shipment): readonly Holder[] {
  const numbers = new Set(stages.temperature.bindings.map(({ logger }) => logger));
  return [...numbers].map((holder) => ({ part: 'logger', holder }));
}

/** Everybody beside the operator who stands in the shipment, in a fixed order. Couriers who are in no pool have no account, and stand nowhere. */
export function holdersIn({ stages }: Shipment): readonly Holder[] {
  const { organisations } = stages.order;
  const { courier, substitute } = stages.courier;
  const { relayPlan, relayedTo } = stages['courier-handoff'];
  const relays = new Set([...relayedTo, relayPlan?.courier.poolId]);
  return [
    ...namedParts.flatMap((part) => holding(part, organisations[part]?.id)),
    ...holding('courier', courier?.poolId),
    ...holding('substitute', substitute?.poolId),
    ...[...relays].flatMap((courier) => holding('relay-courier', courier)),
  ];
}

function holding(part: Holder['part'], holder: string | null | undefined): readonly Holder[] {
  return holder === null || holder === undefined ? [] : [{ part, holder }];
}
