import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Cause, Offer } from '../obligation.js';
import type { TellingPolicy } from '../policy.telling.js';
import type { Sourced } from '../policy.sourced.js';
import type { Alert, AlertState } from './alert.js';
import { minutesBeforeStep, stepsUpwards, tellingStep } from './alert.ladder.js';

type Ladder = TellingPolicy & { readonly escalateAfterMinutes: Sourced<number> };

/** The cause that stands while there are alerts of which nobody could be told. */
export const nobodyTold = 'nobody-told';

/**
 * Each alert that nobody has acknowledged is told, step by step; mere notices are not, nor that nobody could be told. Of one that ended without that anybody had taken
 * it on, whoever was told is told of its end. Who is on call is asked when the bell rings.
 */
export function alertObligations(state: AlertState, policy: Ladder): readonly Call[] {
  return state.alerts.flatMap((alert) => stepOwed(alert, policy) ?? endOwed(alert, policy) ?? []);
}

function stepOwed(alert: Alert, policy: Ladder): Call | undefined {
  if (!isTold(alert)) return undefined;
  const { cause, told } = alert;
  const step = (told?.step ?? 0) + 1;
  const whom = tellingStep(step, cause.severity, policy);
  if (whom === undefined) return undefined;
  const occasion = told?.occasion ?? 1;
  return {
    ...callFor(alert, `${occasion}.${step}`, dueOf(alert, step, policy)),
    what: `Tell whoever is on call: ${cause.wrong}`,
    request: { alert: alert.id, occasion, step, ...whom, severity: cause.severity },
  };
}

/** Nobody is waited for whom no message reached, but what is told again keeps its distance: where none ever arrives, it would be told without a pause. */
function dueOf({ told, raisedAt }: Alert, step: number, policy: Ladder): Instant {
  if (told === undefined || told.step === 0) return plusMinutes(raisedAt, minutesBeforeStep(step, policy));
  const atOnce = step <= stepsUpwards(policy) ? told.failedAt : undefined;
  return atOnce ?? plusMinutes(told.at, minutesBeforeStep(step, policy));
}

/** Whether it is climbed with at all. */
function isTold({ cause, status }: Alert): boolean {
  return (status === 'raised' || status === 'escalated') && cause.severity !== 'notice' && cause.key !== nobodyTold;
}

function endOwed(alert: Alert, { alertLadder }: Ladder): Call | undefined {
  const { told, resolvedAt, resolution, acknowledgedAt, cause } = alert;
  if (!alertLadder.value.tellEnd || resolvedAt === null || acknowledgedAt !== null) return undefined;
  if (told === undefined || told.endTold || told.accounts.length === 0) return undefined;
  // A bell mends nothing: what ends by one stands on under another name.
  if (resolution === 'RingDeadline') return undefined;
  return {
    ...callFor(alert, 'end', resolvedAt),
    what: `Tell that it has ended: ${cause.wrong}`,
    request: { alert: alert.id, occasion: told.occasion, step: 0, accounts: told.accounts },
  };
}

function callFor({ id }: Alert, occasion: string, dueAt: Instant) {
  return {
    does: 'call',
    kind: 'tell',
    key: `tell/${id}/${occasion}`,
    stage: 'alert',
    dueAt,
    owner: 'system',
    byHand: [],
  } as const;
}

/**
 * That nobody could be told, of whichever alerts: one trouble, however many they are. `parked` are the calls that were tried in vain. Where nobody says who is on call at all, that
 * is no trouble of each shipment: the board says it once.
 */
export function alertCauses(state: AlertState, parked: readonly string[]): readonly Cause[] {
  const untold = state.alerts.filter((alert) => isTold(alert) && alert.told?.inVain === true);
  if (untold.length === 0 && parked.length === 0) return [];
  return [
    {
      key: nobodyTold,
      stage: 'alert',
      severity: 'warning',
      wrong: 'The last step of telling an alert here reached nobody.',
      follows:
        'Nobody is on call just now, nobody on call has a channel, or none carried it. Unless an earlier step reached somebody, it stands on the board alone.',
      offers: [...untold.map(acknowledging), ...parked.map(retrying)],
    },
  ];
}

function acknowledging({ id, cause }: Alert): Offer {
  return { command: 'AcknowledgeAlert', label: `Acknowledge: ${cause.wrong}`, prefill: { alert: id } };
}

function retrying(key: string): Offer {
  return { command: 'RedriveItem', label: 'Try again', prefill: { key } };
}
