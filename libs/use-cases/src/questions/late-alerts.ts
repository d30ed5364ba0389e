import type { ShipmentId } from '@cellrelay/kernel';
import type { Alert, Shipment } from '@cellrelay/shipment';
import type { ShipmentStore } from '../ports.js';
import { lateWords } from './late.js';
import { lateBells } from './late-bells.js';

/** How late the deadline rang that an alert is about, by the alert's id. */
export type LateAlerts = ReadonlyMap<string, string>;

/** Those of a shipment's standing alerts whose deadline rang late. The log is read only where one seems to have. */
export async function lateAlertsOf(
  store: Pick<ShipmentStore, 'log'>,
  id: ShipmentId,
  state: Shipment,
): Promise<LateAlerts> {
  const suspects = state.stages.alert.alerts.filter((alert) => seemsLate(alert, state));
  if (suspects.length === 0) return new Map();
  const late = lateBells(await store.log(id, 0, Number.MAX_SAFE_INTEGER));
  return new Map(
    suspects.flatMap((alert) => {
      const found = late.findLast(({ key, dueAt }) => key === keyOf(alert) && dueAt === rungFor(alert, state));
      return found === undefined ? [] : [[alert.id, found.late] as const];
    }),
  );
}

/** It was raised late, or raised anew since because it became worse: which of the two, only the log tells. */
function seemsLate(alert: Alert, state: Shipment): boolean {
  const dueAt = rungFor(alert, state);
  return alert.status !== 'resolved' && dueAt !== undefined && lateWords(dueAt, alert.raisedAt) !== null;
}

function rungFor(alert: Alert, state: Shipment) {
  return state.stages.alert.rung[keyOf(alert)];
}

function keyOf({ cause }: Alert): string {
  return cause.key.replace(/^overdue\//, '');
}
