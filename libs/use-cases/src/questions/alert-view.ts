import type { ShipmentId } from '@cellrelay/kernel';
import { evidenceFor, orderOf, type Alert, type Offer, type Shipment } from '@cellrelay/shipment';
import { wordsOfCommand } from '../wire/catalogue.js';
import type { LateAlerts } from './late-alerts.js';
import type { AlertView } from './views.js';
import { noChannels } from './words-of-channels.js';
import { routeOf } from './words.js';

/** An alert as people see it: what is wrong, what follows, and what can be done. */
export function alertViewOf(id: ShipmentId, shipment: Shipment, alert: Alert, late: LateAlerts = new Map()): AlertView {
  const { cause } = alert;
  return {
    id: alert.id,
    shipment: id,
    reference: orderOf(shipment).details.reference,
    route: routeOf(shipment),
    stage: cause.stage,
    severity: cause.severity,
    wrong: cause.wrong,
    follows: cause.follows,
    until: cause.until ?? null,
    status: alert.status,
    raisedAt: alert.raisedAt,
    late: late.get(alert.id) ?? null,
    acknowledgedAt: alert.acknowledgedAt,
    acknowledgedBy: alert.acknowledgedBy,
    resolvedAt: alert.resolvedAt,
    resolution: alert.resolution === null ? null : wordsOfCommand(alert.resolution),
    untold: untoldSaid(alert),
    evidence: evidenceFor(shipment, alert).map((each) => ({ ...each })),
    offers: alert.status === 'resolved' ? [] : cause.offers.map(offerView),
  };
}

/** Whoever may not know whom the operator tells has no word of it in the state. */
function untoldSaid({ status, told }: Alert): string | null {
  if (told?.inVain !== true || status === 'resolved' || status === 'acknowledged') return null;
  const { lacking = [], failedAt, accounts, step } = told;
  if (failedAt !== undefined) return `No message of the last step (step ${step}) is known to have reached anybody.`;
  const who = accounts.length > 0 ? `Nobody else could be told (step ${step})` : 'Nobody has been told';
  return `${who}: ${lacking.length > 0 ? `this server sends ${noChannels(lacking)}` : 'nobody on call can be reached'}.`;
}

/** An offer, free to be changed by whoever gets it. */
export function offerView({ command, label, prefill }: Offer): AlertView['offers'][number] {
  return { command, label, prefill: { ...prefill } };
}
