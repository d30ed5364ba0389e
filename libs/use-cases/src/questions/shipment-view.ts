import type { ShipmentId } from '@cellrelay/kernel';
import { agendaOf, bloodGroupText, orderOf, type Obligation, type Shipment, type Site } from '@cellrelay/shipment';
import { alertViewOf } from './alert-view.js';
import { branchViewsOf } from './branch-view.js';
import { clocksOf } from './clock-view.js';
import { courseViewsOf } from './course-view.js';
import { deviationViewsOf } from './deviation-view.js';
import type { LateAlerts } from './late-alerts.js';
import { planViewsOf } from './plan-view.js';
import { recipientViewsOf } from './recipient-view.js';
import { receiptViewOf } from './receipt-view.js';
import { rowViewOf } from './row.js';
import { timelineOf } from './timeline.js';
import type { ShipmentView } from './views.js';

interface Beside {
  /** What the shipment owes, as far as it is to be told; left out, all of it. */
  readonly agenda?: readonly Obligation[];
  readonly late?: LateAlerts;
}

/** A shipment's page. The only view with the donor's GRID or a unit's DIN; no person of donor or recipient is in any. */
export function shipmentViewOf(id: ShipmentId, shipment: Shipment, beside: Beside = {}): ShipmentView {
  const { details, policy } = orderOf(shipment);
  const { agenda = agendaOf(shipment), late = new Map() } = beside;
  return {
    ...rowViewOf(id, shipment, agenda[0]),
    revision: shipment.revision,
    stageRevisions: { ...shipment.stageRevisions },
    parties: partiesOf(shipment),
    donorGrid: details.donorGrid,
    unitDin: details.unit?.din ?? null,
    donorBloodGroup: details.donorBloodGroup === null ? null : bloodGroupText(details.donorBloodGroup),
    recipients: [...recipientViewsOf(shipment)],
    policyVersion: policy.version,
    plans: planViewsOf(shipment),
    clocks: [...clocksOf(shipment)],
    alertsFull: [...shipment.stages.alert.alerts].reverse().map((alert) => alertViewOf(id, shipment, alert, late)),
    timeline: [...timelineOf(shipment, agenda)],
    courses: courseViewsOf(shipment),
    branches: branchViewsOf(shipment),
    receipt: receiptViewOf(shipment),
    deviations: deviationViewsOf(id, shipment),
  };
}

function partiesOf(shipment: Shipment): ShipmentView['parties'] {
  const { parties } = orderOf(shipment).details;
  return Object.fromEntries(
    Object.entries<Site>({ ...parties }).map(([role, { name, city, zone }]) => [role, { name, city, zone }]),
  );
}
