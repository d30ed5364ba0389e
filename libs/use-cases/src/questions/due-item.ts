import type { ShipmentId } from '@cellrelay/kernel';
import type { Obligation } from '@cellrelay/shipment';
import { offerView } from './alert-view.js';
import { shownInOf } from './places.js';
import type { DueItemView, RowView } from './views.js';

/** An open agenda item as its store keeps it, with the row of its shipment. */
export interface KeptItem {
  readonly shipment: ShipmentId;
  readonly revision: number;
  readonly obligation: Obligation;
  readonly attempts: number;
  readonly parked: string | null;
  readonly row: Pick<RowView, 'reference' | 'from' | 'to'>;
}

/** What is due, when, whose move it is, and how it can be met. */
export function dueItemOf({ shipment, revision, obligation, attempts, parked, row }: KeptItem): DueItemView {
  const { key, stage, kind, does, what, dueAt, owner, basis = null } = obligation;
  return {
    key,
    shipment,
    reference: row.reference,
    route: `${row.from.city} → ${row.to.city}`,
    stage,
    kind,
    does,
    what,
    dueAt,
    basis,
    shownIn: shownInOf(obligation, row),
    owner: parked === null ? owner : 'coordinator',
    offers: offersOf(obligation, parked !== null),
    revision,
    attempts,
    parked,
  };
}

/** A call is made by its desk; a person may enter its outcome at any time, and try it again once it is parked. */
function offersOf(obligation: Obligation, parked: boolean): DueItemView['offers'] {
  const own = obligation.does === 'call' ? obligation.byHand : obligation.offers;
  const retry = parked ? [{ command: 'RedriveItem', label: 'Try again', prefill: { key: obligation.key } }] : [];
  return [...retry, ...own.map(offerView)];
}
