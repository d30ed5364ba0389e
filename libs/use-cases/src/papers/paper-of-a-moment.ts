import type { Instant } from '@cellrelay/kernel';
import type { KindOfPaper } from '@cellrelay/paperwork';
import { loggerSpans, loggerWindows, type Shipment } from '@cellrelay/shipment';
import { fingerprint } from '../log/chain.js';
import { changedFacts, type FactPrints } from './paper-content.js';

const ofAMoment: ReadonlySet<string> = new Set<KindOfPaper>(['temperature-record', 'spear-draft']);

/** Whether a paper of that kind tells how things were when it was made, so that what comes later makes it no less true. */
export function isOfAMoment(kind: string): boolean {
  return ofAMoment.has(kind);
}

/**
 * What such a paper rests on, as it had happened by the moment that it was made; of other papers nothing. A record of temperature rests on when which logger was bound to which box and when that box held the
 * cells: where that is corrected, readings stand in it that are none of these cells', or are missing. Readings that come later are not among it, nor is what ends later.
 */
export function groundPrints(kind: string, shipment: Shipment, asOf: Instant): FactPrints {
  if (kind !== 'temperature-record') return {};
  const bound = loggerSpans(shipment).map(({ logger, from, until }) => ({ logger, from, until }));
  const held = loggerWindows(shipment).map(({ logger, box, from, until }) => ({ logger, box, from, until }));
  return { loggerBindings: fingerprint([bound, held].map((spans) => happenedBy(asOf, spans))) };
}

interface Span {
  readonly from: Instant;
  readonly until: Instant | null;
}

function happenedBy<S extends Span>(asOf: Instant, spans: readonly S[]): readonly S[] {
  return spans
    .filter(({ from }) => from <= asOf)
    .map((span) => (span.until !== null && span.until > asOf ? { ...span, until: null } : span));
}

/** Of what it rests on, what is another now than when it was made. What nobody noted then is not known to be another. */
export function changedGround(before: FactPrints, now: FactPrints): readonly string[] {
  const noted = Object.entries(before).filter(([name]) => name in now);
  return noted.length === 0 ? [] : changedFacts(Object.fromEntries(noted), now);
}
