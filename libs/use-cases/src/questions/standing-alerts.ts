import type { Alert, Severity, Shipment } from '@cellrelay/shipment';

const weights: Readonly<Record<Severity, number>> = { notice: 1, warning: 2, critical: 3 };

/** How bad: 1 notice, 2 warning, 3 critical. */
export function weightOf(severity: Severity): number {
  return weights[severity];
}

/** The alerts whose cause still stands, the worst first, then the oldest. */
export function standingAlerts(shipment: Shipment): readonly Alert[] {
  return shipment.stages.alert.alerts
    .filter((alert) => alert.status !== 'resolved')
    .sort((a, b) => weightOf(b.cause.severity) - weightOf(a.cause.severity) || (a.raisedAt < b.raisedAt ? -1 : 1));
}

/** The worst of the standing alerts: 0 none, 1 notice, 2 warning, 3 critical. */
export function worstOf(shipment: Shipment): number {
  return Math.max(0, ...standingAlerts(shipment).map((alert) => weightOf(alert.cause.severity)));
}
