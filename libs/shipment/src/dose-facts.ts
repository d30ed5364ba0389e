import type { BelowThreshold, CellCountFacts } from './cell-count/cell-count.js';
import { belowThresholds } from './cell-count/cell-count.thresholds.js';
import type { Bag, CollectionDay } from './collection/collection.js';
import { ruleFor } from './order/order.product.js';
import { orderOf } from './overview.js';
import type { RegistryRule } from './policy.js';
import { saidNotUsed } from './receipt/receipt.bags.js';
import type { Shipment } from './shipment.js';

/** What the doses are judged by, and the bags that there are to judge. */
export function doseFacts(shipment: Shipment): Pick<CellCountFacts, 'recipients' | 'limits' | 'collected' | 'notUsed'> {
  return {
    recipients: orderOf(shipment).details.recipients,
    limits: registryLimitsOf(shipment),
    collected: shipment.stages.collection.days.flatMap(collectedOn),
    notUsed: bagsNotUsed(shipment),
  };
}

/** The limits that the donor's registry has of its own for the ordered product; none where it publishes none. */
export function registryLimitsOf(shipment: Shipment): CellCountFacts['limits'] {
  const { product } = orderOf(shipment).details;
  return registryRuleOf(shipment)?.limits.filter((limit) => limit.product === product) ?? [];
}

/** The bags that are given to nobody, where they came to or where they were collected. */
export function bagsNotUsed({ stages: { receipt, collection } }: Shipment): readonly string[] {
  return [...saidNotUsed(receipt), ...collection.notUsed.map(({ bag }) => bag)];
}

function collectedOn(day: CollectionDay): CellCountFacts['collected'] {
  if (day.endedAt === null) return [];
  const known = (bags: readonly Bag[]) => bags.map((bag) => ({ ...bag, partOf: bag.partOf ?? [] }));
  return [{ ...day, endedAt: day.endedAt.at, bags: known(day.bags), split: known(day.split) }];
}

/** What was counted below a threshold that the policy has for the donor's registry and the ordered product. */
export function belowThresholdsOf(shipment: Shipment): readonly BelowThreshold[] {
  const { details, policy } = orderOf(shipment);
  const thresholds = policy.countThresholds.filter(
    ({ ion, product }) => product === details.product && details.donorGrid?.startsWith(ion) === true,
  );
  const counts = shipment.stages['cell-count'].counts.flatMap(({ bags }) => bags);
  return thresholds.length === 0 ? [] : belowThresholds(counts, doseFacts(shipment), thresholds);
}

/** The donor registry's own floor and ceiling, by the issuing organisation number that the GRID begins with. */
function registryRuleOf(shipment: Shipment): RegistryRule | undefined {
  const { details, policy } = orderOf(shipment);
  return ruleFor(details.donorGrid, policy);
}
