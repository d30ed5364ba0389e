import type { KindOfPaper } from '@cellrelay/paperwork';
import { mayAsk, mayKnow, type NamedPart, type Standing, type Topic } from '@cellrelay/shipment';

const onBothSides = ['transport-plan', 'hand-over-form'] as const;

/** Which papers each part may have by its own account, as far as it may know what they tell; the operator has all. */
const papersOf: Readonly<Record<NamedPart, readonly KindOfPaper[]>> = {
  'courier-company': [
    ...([...onBothSides, 'courier-authorisation', 'security-letter', 'airline-letter'] as const),
    ...(['customs-declaration', 'emergency-card', 'visa-letter'] as const),
  ],
  'collection-centre': [
    ...([...onBothSides, 'packing-record', 'customs-declaration', 'contents-statement'] as const),
    'application-data-sheet',
  ],
  'transplant-centre': [
    ...([...onBothSides, 'customs-declaration', 'contents-statement', 'product-document'] as const),
    ...(['receipt-form', 'temperature-record', 'regularisation-letter', 'application-data-sheet'] as const),
  ],
  // They carry, pack and open nothing: what papers tell of the box and of who carries it is not for them.
  'donor-registry': [],
  'patient-registry': [],
};

/** What papers tell that not everybody may know. Who carries the box holds them sealed, and an account of theirs shows none of them. */
const tells: Readonly<Partial<Record<KindOfPaper, Topic>>> = {
  'contents-statement': 'donor',
  'packing-record': 'donor',
  'receipt-form': 'donor',
  'application-data-sheet': 'donor',
  'product-document': 'counted-dose',
  'spear-draft': 'outcome',
};

/** Whether somebody who stands so in a shipment may have a paper of that kind. */
export function mayHold(held: readonly Standing[], kind: KindOfPaper): boolean {
  const topic = tells[kind];
  return held.some((standing) => isGiven(standing, kind) && (topic === undefined || mayKnow([standing], topic)));
}

/** A draft of a report goes to whoever may ask for it, and nobody besides; any other paper to whoever sees the shipment, which administrators do not. */
function isGiven(standing: Standing, kind: KindOfPaper): boolean {
  if (kind === 'spear-draft') return mayAsk([standing], 'getSpearDraft');
  if (!mayAsk([standing], 'getShipment')) return false;
  const part = standing.slice(0, standing.indexOf('/')) as NamedPart | 'operator';
  return part === 'operator' || papersOf[part].includes(kind);
}
