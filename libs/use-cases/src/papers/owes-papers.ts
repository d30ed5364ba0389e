import { isInForce, type Shipment, type ShipmentCommand } from '@cellrelay/shipment';

/**
 * Whether a shipment's papers are to be looked at again after a commit: somebody holds one that is in force, and anything may have changed that it says. Issuing is no exception: what changed between
 * making a paper and issuing it is found out so. What superseded them asks for no other look: it would for ever.
 */
export function owesPapers(after: Shipment, command: ShipmentCommand['name'] | null = null): boolean {
  return command !== 'SupersedePapers' && after.stages.papers.issued.some(isInForce);
}
