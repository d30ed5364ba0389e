import { agendaOf } from './agenda.js';
import type { Alert, AlertState } from './alert/alert.js';
import { derivedOnce } from './derived.js';
import type { Deviation } from './deviation/deviation.js';
import { isSharedAlert, withAlertsAnew, withheld } from './disclosure.js';
import type { Obligation } from './obligation.js';
import type { ReceiptState } from './receipt/receipt.js';
import { isSealed } from './sealed-words.js';
import type { Shipment } from './shipment.js';

/** Kinds of alerts and duties from which follows how it stands with a patient: their blood group, their conditioning, what they were given and what became of it. */
const ofThePatient: ReadonlySet<string> = new Set([
  ...['processing-decision-due', 'backup-due', 'conditioning-start-due', 'conditioning-must-not-begin'],
  ...['patient-conditioned', 'arrival-after-conditioning'],
  ...['infusion-due', 'infusion-after-target', 'infusion-after-limit', 'slack-short', 'arrival-loss', 'forecast-short'],
  ...['follow-up', 'latest-moment', 'marrow-advisory', 'marrow-planned-long'],
]);

/** Bells of the bags' clocks: with the box at its centre only the infusion stops them. */
const untilInfused: ReadonlySet<string> = new Set(['bag-target', 'bag-limit', 'shipper-target', 'shipper-hold']);

/** What breaks the donor's part is an alert of another kind once a patient's conditioning has started; whoever may not know of that is told the first kind. */
const withoutConditioning: Readonly<Record<string, string>> = {
  'patient-conditioned/suspended': 'donor-suspended',
  'patient-conditioned/withdrawn': 'donor-withdrawn',
  'patient-conditioned/broken-off': 'collection-broken-off',
};

/**
 * A shared shipment for whoever may know neither the recipients nor the outcome: no blood group of a recipient, no processing, no conditioning, no count on arrival, and
 * nothing after the word on the product.
 */
export const withoutPatient = derivedOnce((shipment): Shipment => {
  const { order, temperature, receipt, alert, deviation, 'donor-clearance': donor } = shipment.stages;
  const { details } = order;
  const unit = details?.unit && { ...details.unit, conditioningStartsOn: null };
  const recipients = details?.recipients.map((each) => ({ ...each, bloodGroup: null })) ?? [];
  return withAlertsAnew({
    ...shipment,
    stages: {
      ...shipment.stages,
      order: { ...order, processing: [], details: details && { ...details, unit: unit ?? null, recipients } },
      'donor-clearance': { ...donor, conditioning: [] },
      receipt: { ...receipt, status: untilTheWord(receipt), arrivals: [], ended: [], followUps: [] },
      temperature: { ...temperature, lights: [] },
      deviation: { deviations: deviation.deviations.map(saidOnce) },
      alert: { ...alert, rung: withoutLatest(alert.rung), alerts: alert.alerts.flatMap(alertWithoutPatient) },
    },
  });
});

/** That no cells are used is said with each reason for it: how many there are tells of the outcome. */
function saidOnce(deviation: Deviation): Deviation {
  const { words, ground } = deviation;
  return {
    ...deviation,
    words: oneOrWithheld(words),
    ground: ground && { ...ground, words: oneOrWithheld(ground.words) },
  };
}

function oneOrWithheld(words: string): string {
  return isSealed(words) ? words : withheld;
}

function untilTheWord({ status, acceptedAt }: ReceiptState): ReceiptState['status'] {
  if (status === 'awaited' || status === 'received' || status === 'refused') return status;
  return acceptedAt === null ? 'received' : 'accepted';
}

function alertWithoutPatient(alert: Alert): readonly Alert[] {
  const { cause, status } = alert;
  const key = withoutConditioning[cause.key];
  if (key !== undefined && status !== 'resolved')
    return [{ ...alert, id: `${key}/${alert.raisedAt}`, cause: { ...cause, key } }];
  return ofThePatient.has(kindOf(cause.key)) ? [] : [alert];
}

/**
 * An alert of a shipment, by its id, as it stands in what is told of that shipment to others, with or without the patient: there it may have another id, which others may have as
 * well. Undefined where it is not told at all.
 */
export function alertTold(whole: Shipment, id: string, told: Told): Alert | undefined {
  const left = whole.stages.alert.alerts
    .filter(isSharedAlert)
    .filter((alert) => told.withPatient || alertWithoutPatient(alert).length > 0);
  return told.state.stages.alert.alerts[left.findIndex((alert) => alert.id === id)];
}

interface Told {
  /** What is told. */
  readonly state: Shipment;
  readonly withPatient: boolean;
}

/** The latest moments tell how long the centre needs for the patient: that one has rung is not known either. */
function withoutLatest(rung: AlertState['rung']): AlertState['rung'] {
  return Object.fromEntries(Object.entries(rung).filter(([key]) => kindOf(key) !== 'latest-moment'));
}

function kindOf(key: string): string {
  return key.split('/').find((part) => part !== 'overdue' && part !== 'parked') ?? '';
}

/** What such a shipment owes, as far as it may be known. */
export const agendaWithoutPatient = derivedOnce((shipment): readonly Obligation[] => {
  const arrived = shipment.stages.receipt.receivedAt !== null;
  return agendaOf(shipment).filter(
    ({ key, kind }) =>
      !ofThePatient.has(kindOf(key)) && !ofThePatient.has(kind) && !(arrived && untilInfused.has(kind)),
  );
});
