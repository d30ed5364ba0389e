import { plusMinutes } from '@cellrelay/kernel';
import type { Deadline } from '../obligation.js';
import type { Alert, AlertState } from './alert.js';

/** Each alert that nobody has acknowledged is escalated after so many minutes; mere notices are not. */
export function alertObligations(state: AlertState, escalateAfterMinutes: number): readonly Deadline[] {
  return state.alerts
    .filter((alert) => alert.status === 'raised' && alert.cause.severity !== 'notice')
    .map((alert) => escalationOf(alert, escalateAfterMinutes));
}

function escalationOf(alert: Alert, minutes: number): Deadline {
  return {
    does: 'ring',
    kind: 'escalation-due',
    key: `escalation-due/${alert.id}`,
    stage: 'alert',
    dueAt: plusMinutes(alert.raisedAt, minutes),
    owner: 'coordinator',
    what: `Acknowledge: ${alert.cause.wrong}`,
    severity: alert.cause.severity,
    overdue: { wrong: alert.cause.wrong, follows: alert.cause.follows },
    offers: [{ command: 'AcknowledgeAlert', label: 'Acknowledge', prefill: { alert: alert.id } }],
  };
}
