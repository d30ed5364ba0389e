import { err, ok, sameJson, zoneOf, type Result, type ZonedInstant } from '@cellrelay/kernel';
import { inTheFuture, notWorded } from '../deciding.js';
import type { Cause, Obligation } from '../obligation.js';
import type { Refusal } from '../stage.js';
import { isAllowed } from '../transitions.js';
import type {
  AcknowledgeAlert,
  Alert,
  AlertCommand,
  AlertEvent,
  AlertFacts,
  AlertState,
  AlertTold,
  RingDeadline,
  HandCallToPerson,
  ParkItem,
  RecordAlertTold,
  RecordTellingFailed,
  RedriveItem,
} from './alert.js';
import { alertTable } from './alert.transitions.js';

type Decision = Result<readonly AlertEvent[], Refusal>;

/** What a bell, or a person at an alert, leads to. */
export function decideAlert(command: AlertCommand, state: AlertState, facts: AlertFacts): Decision {
  switch (command.name) {
    case 'RingDeadline':
      return ring(command, state, facts);
    case 'HandCallToPerson':
      return handToPerson(command, state, facts);
    case 'ParkItem':
      return park(command, state, facts);
    case 'RedriveItem':
      return redrive(command, state, facts);
    case 'AcknowledgeAlert':
      return acknowledge(command, state, facts);
    case 'RecordAlertTold':
      return told(command, state, facts);
    case 'RecordTellingFailed':
      return tellingFailed(command, state, facts);
  }
}

function envelope(facts: AlertFacts): { readonly v: 1; readonly stage: 'alert'; readonly occurredAt: ZonedInstant } {
  const zone = zoneOf('UTC');
  if (zone === undefined) throw new Error('time-zone data without UTC');
  return { v: 1, stage: 'alert', occurredAt: { at: facts.now, zone } };
}

function stillOwed(facts: AlertFacts, key: string, dueAt: string): Obligation | undefined {
  return facts.obligations.find((each) => each.key === key && each.dueAt === dueAt);
}

function notOwed(key: string): Decision {
  return err({ code: 'not-owed', sentence: `${key} is not owed, or not at that moment any more.`, at: '/key' });
}

function ring({ data }: RingDeadline, state: AlertState, facts: AlertFacts): Decision {
  const owed = stillOwed(facts, data.key, data.dueAt);
  if (owed?.does !== 'ring' || state.rung[data.key] === data.dueAt) return notOwed(data.key);
  if (facts.now < data.dueAt)
    return err({ code: 'not-due-yet', sentence: `${data.key} is not due yet.`, at: '/dueAt' });
  return ok([{ type: 'DeadlineRang', ...envelope(facts), data }]);
}

/** The step that was taken. From the second person on the alert counts as escalated. */
function told({ data }: RecordAlertTold, state: AlertState, facts: AlertFacts): Decision {
  const owed = facts.obligations.find((each) => each.key === data.key);
  if (owed?.does !== 'call' || owed.kind !== 'tell') return notOwed(data.key);
  const { key: _, ...whom } = data;
  const { alert, occasion, step, person } = owed.request as unknown as Told;
  if (step === 0)
    return ok([{ type: 'AlertEndTold', ...envelope(facts), data: { alert, deliveries: whom.deliveries } }]);
  const escalates = person !== 1 && state.alerts.some(({ id, status }) => id === alert && status === 'raised');
  return ok([
    { type: 'AlertTold', ...envelope(facts), data: { alert, occasion, step, ...whom } },
    ...(escalates ? [{ type: 'AlertEscalated', ...envelope(facts), data: { alert } } as const] : []),
  ]);
}

/** Always accepted of a step that is on record: what is known of an alert that was taken on meanwhile moves nothing. */
function tellingFailed({ data }: RecordTellingFailed, state: AlertState, facts: AlertFacts): Decision {
  const told = state.alerts.find(({ id }) => id === data.alert)?.told;
  const isKnown =
    told !== undefined &&
    (data.occasion < told.occasion || (data.occasion === told.occasion && data.step <= told.step));
  if (isKnown) return ok([{ type: 'AlertTellingFailed', ...envelope(facts), data }]);
  const sentence = `Step ${data.step} of ${data.alert} has not been taken.`;
  return err({ code: 'step-not-taken', sentence, at: '/step' });
}

type Told = Pick<AlertTold['data'], 'alert' | 'occasion' | 'step'> & { readonly person?: number | 'all' };

function handToPerson({ data }: HandCallToPerson, state: AlertState, facts: AlertFacts): Decision {
  const owed = stillOwed(facts, data.key, data.dueAt);
  if (owed === undefined || state.byHand[data.key] !== undefined) return notOwed(data.key);
  if (owed.kind === 'tell')
    return err({
      code: 'not-by-hand',
      sentence: 'Telling an alert is nobody’s task: it stands on the board.',
      at: '/key',
    });
  return ok([{ type: 'CallHandedToPerson', ...envelope(facts), data: { key: data.key } }]);
}

function park({ data }: ParkItem, state: AlertState, facts: AlertFacts): Decision {
  if (!facts.obligations.some((each) => each.key === data.key)) return notOwed(data.key);
  return state.parked[data.key] === undefined ? ok([{ type: 'ItemParked', ...envelope(facts), data }]) : ok([]);
}

function redrive({ data }: RedriveItem, state: AlertState, facts: AlertFacts): Decision {
  if (state.parked[data.key] === undefined)
    return err({ code: 'not-parked', sentence: `${data.key} is not parked.`, at: '/key' });
  return ok([{ type: 'ItemRedriven', ...envelope(facts), data }]);
}

function acknowledge({ data }: AcknowledgeAlert, state: AlertState, facts: AlertFacts): Decision {
  const alert = state.alerts.find((each) => each.id === data.alert);
  if (alert === undefined)
    return err({ code: 'no-such-alert', sentence: `There is no alert ${data.alert}.`, at: '/alert' });
  if (!isAllowed(alertTable, 'AcknowledgeAlert', alert.status)) {
    return err({ code: 'not-allowed-now', sentence: `The alert is ${alert.status} already.`, at: '/alert' });
  }
  const unfit =
    inTheFuture(data.acknowledgedAt, facts.now, '/acknowledgedAt') ??
    notWorded(data.by, 'Who acknowledges', '/by', 200);
  if (unfit !== undefined) return err(unfit);
  const occurredAt = data.acknowledgedAt;
  return ok([{ type: 'AlertAcknowledged', ...envelope(facts), occurredAt, data: { alert: alert.id, by: data.by } }]);
}

/**
 * Brings the alerts in line with the causes that stand: raises the new, changes the worse or better, resolves those whose cause
 * is gone. A cause that comes back is a new alert. `settledBy` is the command that ended it.
 */
export function reconcileAlerts(
  state: AlertState,
  causes: readonly Cause[],
  facts: AlertFacts,
  settledBy: string,
): readonly AlertEvent[] {
  const standing = state.alerts.filter((alert) => alert.status !== 'resolved');
  const gone = standing.filter((alert) => !causes.some((cause) => cause.key === alert.cause.key));
  return [
    ...gone.map((alert): AlertEvent => ({
      type: 'AlertResolved',
      ...envelope(facts),
      data: { alert: alert.id, resolution: settledBy },
    })),
    ...causes.flatMap((cause) => newsOf(cause, state, standing).map((news) => ({ ...envelope(facts), ...news }))),
  ];
}

type News =
  | Pick<Extract<AlertEvent, { type: 'AlertRaised' }>, 'type' | 'data'>
  | Pick<Extract<AlertEvent, { type: 'AlertChanged' }>, 'type' | 'data'>;

function newsOf(cause: Cause, state: AlertState, standing: readonly Alert[]): readonly News[] {
  const alert = standing.find((each) => each.cause.key === cause.key);
  if (alert === undefined) {
    const occasion = state.alerts.filter((each) => each.cause.key === cause.key).length + 1;
    return [{ type: 'AlertRaised', data: { alert: `${cause.key}#${occasion}`, cause } }];
  }
  return sameJson(alert.cause, cause) ? [] : [{ type: 'AlertChanged', data: { alert: alert.id, cause } }];
}
