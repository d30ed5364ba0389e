import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { AlertState } from './alert/alert.js';
import { alertCauses } from './alert/alert.agenda.js';
import { chronologyCauses } from './chronology.js';
import { canBeDoneUntil } from './deadline-horizons.js';
import { derivedOnce } from './derived.js';
import { endedOnce } from './full-stop.js';
import type { Call, Cause, Deadline, Obligation } from './obligation.js';
import { obligationsOf, stageCauses } from './obligations.js';
import { isOpened, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/**
 * What the shipment owes, each with a stable key and an absolute instant: what is still to ring, what is to be called, and what has rung
 * and is overdue. A pure function of the folded state; the open agenda rows of the store must equal it at any time.
 */
export const agendaOf = derivedOnce((shipment): readonly Obligation[] => {
  if (!isOpened(shipment)) return [];
  const { alert } = shipment.stages;
  return owedNow(shipment).map((each) =>
    each.does !== 'call' && alert.rung[each.key] === each.dueAt ? { ...each, does: 'stand' } : each,
  );
});

/** Obligations with the calls that were handed to a person turned into that person's deadlines. */
export function owedNow(shipment: Shipment): readonly Obligation[] {
  const { byHand } = shipment.stages.alert;
  const minutes = orderOf(shipment).policy.byHandMinutes.value;
  return obligationsOf(shipment).map((each) => {
    const handed = byHand[each.key];
    return each.does === 'call' && handed !== undefined ? personsDeadline(each, handed, minutes) : each;
  });
}

function personsDeadline(call: Call, handedAt: Instant, minutes: number): Deadline {
  return {
    does: 'ring',
    kind: 'by-hand-due',
    key: call.key,
    stage: call.stage,
    dueAt: latest([plusMinutes(handedAt, minutes), call.dueAt]) ?? call.dueAt,
    owner: 'coordinator',
    what: call.what,
    severity: 'warning',
    overdue: { wrong: `Not done yet: ${call.what}.`, follows: 'Nobody else does it: this desk is worked by hand.' },
    offers: call.byHand,
  };
}

/** Why alerts stand now: troubles in the stages, a record that contradicts itself, deadlines that have rung and are still owed, calls that were parked. */
export function causesOf(shipment: Shipment): readonly Cause[] {
  if (!isOpened(shipment)) return [];
  const owed = owedNow(shipment);
  const { alert } = shipment.stages;
  return [
    ...stageCauses(shipment),
    ...chronologyCauses(shipment),
    ...overdueCauses(owed, shipment),
    ...parkedCauses(owed, alert),
    ...alertCauses(alert, keysOfParked(owed, alert)),
  ].map(endedOnce);
}

function overdueCauses(owed: readonly Obligation[], shipment: Shipment): readonly Cause[] {
  const { alert } = shipment.stages;
  return owed.flatMap((each) => {
    if (each.does === 'call' || alert.rung[each.key] !== each.dueAt) return [];
    const { wrong, follows, offers = each.offers } = each.overdue;
    const until = canBeDoneUntil(shipment, each);
    const rung = { key: `overdue/${each.key}`, stage: each.stage, severity: each.severity, wrong, follows };
    return [{ ...rung, ...(until === undefined ? {} : { until }), offers }];
  });
}

/** Tellings that were tried in vain: no trouble of their own each, or each would be told in vain again. */
function keysOfParked(owed: readonly Obligation[], alert: AlertState): readonly string[] {
  return owed.flatMap(({ kind, key }) => (kind === 'tell' && alert.parked[key] !== undefined ? [key] : []));
}

function parkedCauses(owed: readonly Obligation[], alert: AlertState): readonly Cause[] {
  return owed.flatMap((each) => {
    if (alert.parked[each.key] === undefined || each.kind === 'tell') return [];
    const retry = { command: 'RedriveItem', label: 'Try again', prefill: { key: each.key } };
    return [
      {
        key: `parked/${each.key}`,
        stage: each.stage,
        severity: 'warning' as const,
        wrong: `Tried in vain: ${each.what}.`,
        follows: 'It is not tried again by itself.',
        offers: each.does === 'call' ? [retry, ...each.byHand] : [retry],
      },
    ];
  });
}
