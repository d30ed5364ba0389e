import { isInForce, type Shipment, type ShipmentEvent } from '@cellrelay/shipment';

/**
 * Whether a shipment's papers are to be looked at again after a commit of these events (null: of what another release recorded): somebody holds one that is in force, and what was recorded may be said
 * by it. Issuing is no exception: what changed between making a paper and issuing it is found out so. Of alerts no paper tells, and most commits are of nothing else; what superseded papers asks for
 * no other look: it would for ever.
 */
export function owesPapers(after: Shipment, events: readonly ShipmentEvent[] | null = null): boolean {
  return (events === null || events.some(mayOutdate)) && after.stages.papers.issued.some(isInForce);
}

function mayOutdate({ stage, type }: ShipmentEvent): boolean {
  return stage !== 'alert' && type !== 'PapersSuperseded';
}
