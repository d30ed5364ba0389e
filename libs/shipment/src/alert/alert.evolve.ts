import type { Instant } from '@cellrelay/kernel';
import type { Severity } from '../obligation.js';
import type { Alert, AlertEvent, AlertRaised, AlertState, AlertTellingFailed, AlertTold } from './alert.js';

export const initialAlert: AlertState = { alerts: [], rung: {}, byHand: {}, parked: {} };

/** The alert stage after one more event. */
export function evolveAlert(state: AlertState, event: AlertEvent, recordedAt: Instant): AlertState {
  switch (event.type) {
    case 'DeadlineRang':
      return { ...state, rung: { ...state.rung, [event.data.key]: event.data.dueAt } };
    case 'CallHandedToPerson':
      return { ...state, byHand: { ...state.byHand, [event.data.key]: recordedAt } };
    case 'ItemParked':
      return { ...state, parked: { ...state.parked, [event.data.key]: { at: recordedAt, reason: event.data.reason } } };
    case 'ItemRedriven':
      return { ...state, parked: without(state.parked, event.data.key) };
    case 'AlertRaised':
      return {
        ...state,
        alerts: [...state.alerts.map(unlessReplaced(event, recordedAt)), raised(event.data, recordedAt)],
      };
    default:
      return changed(state, event.data.alert, (alert) => evolveOne(alert, event, recordedAt));
  }
}

type OfOne = Exclude<
  AlertEvent,
  { type: 'DeadlineRang' | 'CallHandedToPerson' | 'ItemParked' | 'ItemRedriven' | 'AlertRaised' }
>;

/** An alert that stands, after one more event of its own. */
function evolveOne(alert: Alert, event: OfOne, recordedAt: Instant): Alert {
  switch (event.type) {
    case 'AlertChanged':
      return withCause(alert, event.data.cause, recordedAt);
    case 'AlertAcknowledged':
      return {
        ...alert,
        status: 'acknowledged',
        acknowledgedAt: event.occurredAt.at,
        acknowledgedBy: event.data.by,
      };
    case 'AlertTold':
      return { ...alert, told: toldOnce(alert, event.data, recordedAt) };
    case 'AlertTellingFailed':
      return { ...alert, ...failed(alert, event.data, recordedAt) };
    case 'AlertEndTold':
      return alert.told === undefined ? alert : { ...alert, told: { ...alert.told, endTold: true } };
    case 'AlertEscalated':
      return { ...alert, status: 'escalated' };
    case 'AlertResolved':
      return { ...alert, status: 'resolved', resolvedAt: recordedAt, resolution: event.data.resolution };
  }
}

function raised(data: { readonly alert: string; readonly cause: Alert['cause'] }, at: Instant): Alert {
  return {
    id: data.alert,
    cause: data.cause,
    status: 'raised',
    raisedAt: at,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolution: null,
  };
}

const ranks: readonly Severity[] = ['notice', 'warning', 'critical'];

/** Of what ended in the moment in which another trouble of its stage began, that one is told, and not that all is well. */
function unlessReplaced({ data }: AlertRaised, at: Instant): (alert: Alert) => Alert {
  return (alert) =>
    alert.told !== undefined && alert.resolvedAt === at && alert.cause.stage === data.cause.stage
      ? { ...alert, told: { ...alert.told, endTold: true } }
      : alert;
}

/** Whoever took on a warning, or was told of one, has not heard that it became critical: it is raised anew, and told from the beginning. */
function withCause(alert: Alert, cause: Alert['cause'], at: Instant): Alert {
  const worse = ranks.indexOf(cause.severity) > ranks.indexOf(alert.cause.severity);
  const { told, status } = alert;
  if (!worse || status === 'resolved' || (status === 'raised' && told === undefined)) return { ...alert, cause };
  const anew = { ...alert, cause, status: 'raised', raisedAt: at, acknowledgedAt: null, acknowledgedBy: null } as const;
  return told === undefined ? anew : { ...anew, told: { ...told, occasion: told.occasion + 1, step: 0, at } };
}

/** Where nothing of the last step reaches anybody, nobody was told by it. */
function failed(
  { told }: Alert,
  { occasion, step, left }: AlertTellingFailed['data'],
  at: Instant,
): Pick<Alert, 'told'> {
  if (told === undefined) return {};
  const ofLast = occasion === told.occasion && step === told.step && told.failedAt === undefined;
  return { told: ofLast && left === 0 ? { ...told, inVain: true, failedAt: at } : told };
}

function toldOnce({ told }: Alert, { occasion, step, accounts, lacking, ...data }: AlertTold['data'], at: Instant) {
  const before = told?.accounts ?? [];
  return {
    ...(lacking !== undefined && { lacking }),
    occasion,
    step,
    at,
    accounts: [...before, ...accounts.filter((each) => !before.includes(each))],
    inVain: data.deliveries === 0 && data.rostered,
    endTold: false,
  };
}

function changed(state: AlertState, id: string, change: (alert: Alert) => Alert): AlertState {
  return { ...state, alerts: state.alerts.map((alert) => (alert.id === id ? change(alert) : alert)) };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
