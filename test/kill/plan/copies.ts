import { shipmentIdOf } from '@cellrelay/kernel';
import type { Scenario } from '../../../apps/ops/src/replay/scenario/scenario.js';

/** So many shipments live through the same at the same time, so that several workers have something to do at once. */
const most = 4;

/** A scenario as several shipments play it side by side. A banked unit is one shipment's alone: there the scenario is played once. */
export function copiesOf(scenario: Scenario): readonly Scenario[] {
  const ofUnit = scenario.steps.some(({ body }) => body['unit'] !== undefined);
  return Array.from({ length: ofUnit ? 1 : most }, (_, at) => copy(scenario, at));
}

function copy(scenario: Scenario, at: number): Scenario {
  const shipment = shipmentIdOf(scenario.shipment.replace(/^.{8}/, `a000000${at}`));
  if (shipment === undefined) throw new Error(`${scenario.shipment} has no copy`);
  return { ...scenario, shipment, name: `${scenario.name}.${at}` };
}
