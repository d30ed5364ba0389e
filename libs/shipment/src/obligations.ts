import { courierAgendaFacts, courierHandoffAgendaFacts } from './agenda-facts.carriage.js';
import { deviationAgendaFacts, receiptAgendaFacts } from './agenda-facts.after-delivery.js';
import { alertObligations } from './alert/alert.agenda.js';
import {
  cellCountAgendaFacts,
  collectionAgendaFacts,
  customsClearanceAgendaFacts,
  donorClearanceAgendaFacts,
  flightBookingAgendaFacts,
  orderAgendaFacts,
  xrayExemptionAgendaFacts,
} from './agenda-facts.js';
import { cellCountCauses, cellCountObligations } from './cell-count/cell-count.agenda.js';
import { derivedBesidesAlerts, derivedOnce } from './derived.js';
import { conditioningCauses, conditioningObligations } from './before-conditioning.js';
import { isHalted } from './cells-done.js';
import { isForsakenAfterAll } from './closing.js';
import { clockObligations } from './clocks.js';
import { collectionCauses, collectionObligations } from './collection/collection.agenda.js';
import { withLatestMoment } from './course.agenda.js';
import { courseCauses } from './course.causes.js';
import { courierHandoffCauses, courierHandoffObligations } from './courier-handoff/courier-handoff.agenda.js';
import { courierCauses, courierObligations } from './courier/courier.agenda.js';
import { customsClearanceCauses, customsClearanceObligations } from './customs-clearance/customs-clearance.agenda.js';
import { deviationCauses, deviationObligations } from './deviation/deviation.agenda.js';
import { donorClearanceCauses, donorClearanceObligations } from './donor-clearance/donor-clearance.agenda.js';
import { flightBookingCauses, flightBookingObligations } from './flight-booking/flight-booking.agenda.js';
import { plannedMarrowCauses } from './marrow.planned.js';
import { marrowObligations } from './marrow.js';
import type { Cause, Obligation } from './obligation.js';
import { orderCauses, orderObligations } from './order/order.agenda.js';
import { isOpened, orderOf } from './overview.js';
import { papersAgendaFacts } from './paper-facts.js';
import { papersCauses, papersObligations } from './papers/papers.agenda.js';
import { receiptCauses, receiptObligations } from './receipt/receipt.agenda.js';
import type { Shipment } from './shipment.js';
import { temperatureCauses, temperatureObligations } from './temperature/temperature.agenda.js';
import { temperatureAgendaFacts } from './thermal-facts.js';
import { xrayExemptionCauses, xrayExemptionObligations } from './xray-exemption/xray-exemption.agenda.js';

/** Kinds that are still owed after a shipment is closed: seats to give up, authorities and centres to tell, papers to put right, the second day's own shipment, cells to be frozen or that nobody has said what becomes of, deviations to be worked on, follow-ups. */
const owedAfterClosing: ReadonlySet<string> = new Set([
  'give-up-seats',
  'give-up-time-passes',
  'withdraw-customs-request',
  'withdraw-exemption',
  'regularisation-due',
  'stand-down-told',
  'parties-told',
  'follow-up',
  'grade-deviation',
  'close-deviation',
  'partner-told',
  'rapid-alert',
  'follow-up-shipment-due',
  'freezing-due',
  'fate-of-cells-due',
]);

/**
 * What is still owed while nothing is to come any more, but a patient's conditioning, planned or started, keeps the shipment open until a person ends it:
 * besides what outlives it, the clocks of cells that are there, word of the conditioning, and of a collection that ran when it was cancelled: its end, and what becomes
 * of what came of it.
 */
const owedWhileHalted: ReadonlySet<string> = new Set([
  ...owedAfterClosing,
  'bag-target',
  'bag-limit',
  'conditioning-start-due',
  'collection-end-due',
]);

/**
 * What stands when a shipment has ended: a patient without cells, until the transplant centre knows; one whose infusion proves to have been a freezing, until they are
 * infused; and deviations, of which as much is owed then as before.
 */
function standsAfterClosing({ key, stage }: Cause): boolean {
  return (
    key === 'patient-conditioned/cancelled' ||
    key.startsWith('patient-conditioned/frozen-at-centre/') ||
    stage === 'deviation'
  );
}

/** Everything that is owed as the state stands, whether or not its bell has rung. Ordered by due time, then key. */
export const obligationsOf = derivedOnce((shipment): readonly Obligation[] => {
  if (!isOpened(shipment)) return [];
  const { deviation } = shipment.stages;
  const staged = [...owedInStages(shipment), ...deviationObligations(deviation, deviationAgendaFacts(shipment))];
  const owed = withLatestMoment(shipment, staged);
  const open = shipment.stages.order.status === 'open';
  const kept = open ? (isHalted(shipment) ? owedWhileHalted : null) : owedAfterClosing;
  const standing = kept === null ? owed : owed.filter((each) => kept.has(each.kind));
  return [...standing, ...alertObligations(shipment.stages.alert, orderOf(shipment).policy)].sort(byDueTime);
});

function byDueTime(a: Obligation, b: Obligation): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** What no alert has a say in: all but what is owed of deviations. */
const owedInStages = derivedBesidesAlerts((shipment): readonly Obligation[] => {
  const { stages } = shipment;
  return [
    ...orderObligations(stages.order, orderAgendaFacts(shipment)),
    ...donorClearanceObligations(stages['donor-clearance'], donorClearanceAgendaFacts(shipment)),
    ...collectionObligations(stages.collection, collectionAgendaFacts(shipment)),
    ...cellCountObligations(stages['cell-count'], cellCountAgendaFacts(shipment)),
    ...flightBookingObligations(stages['flight-booking'], flightBookingAgendaFacts(shipment)),
    ...customsClearanceObligations(stages['customs-clearance'], customsClearanceAgendaFacts(shipment)),
    ...xrayExemptionObligations(stages['xray-exemption'], xrayExemptionAgendaFacts(shipment)),
    ...courierObligations(stages.courier, courierAgendaFacts(shipment)),
    ...courierHandoffObligations(stages['courier-handoff'], courierHandoffAgendaFacts(shipment)),
    ...temperatureObligations(stages.temperature, temperatureAgendaFacts(shipment)),
    ...papersObligations(stages.papers, papersAgendaFacts(shipment)),
    ...receiptObligations(stages.receipt, receiptAgendaFacts(shipment)),
    ...clockObligations(shipment),
    ...marrowObligations(shipment),
    ...conditioningObligations(shipment),
  ];
});

/** The troubles that stand in the stages themselves, besides deadlines that have rung. */
export function stageCauses(shipment: Shipment): readonly Cause[] {
  const { deviation } = shipment.stages;
  const causes = [
    ...causesInStages(shipment),
    ...deviationCauses(deviation, deviationAgendaFacts(shipment)),
    ...courseCausesOnce(shipment),
    ...plannedMarrowCauses(shipment),
    ...conditioningCausesOnce(shipment),
  ];
  if (shipment.stages.order.status === 'open') return causes;
  const forsaken = isForsakenAfterAll(shipment);
  return causes.filter(
    (cause) => standsAfterClosing(cause) || (forsaken && cause.key.startsWith('patient-conditioned/')),
  );
}

const causesInStages = derivedBesidesAlerts((shipment): readonly Cause[] => {
  const { stages } = shipment;
  return [
    ...orderCauses(stages.order, orderAgendaFacts(shipment)),
    ...donorClearanceCauses(stages['donor-clearance'], donorClearanceAgendaFacts(shipment)),
    ...collectionCauses(stages.collection, collectionAgendaFacts(shipment)),
    ...cellCountCauses(stages['cell-count'], cellCountAgendaFacts(shipment)),
    ...flightBookingCauses(stages['flight-booking'], flightBookingAgendaFacts(shipment)),
    ...customsClearanceCauses(stages['customs-clearance'], customsClearanceAgendaFacts(shipment)),
    ...xrayExemptionCauses(stages['xray-exemption'], xrayExemptionAgendaFacts(shipment)),
    ...courierCauses(stages.courier, courierAgendaFacts(shipment)),
    ...courierHandoffCauses(stages['courier-handoff'], courierHandoffAgendaFacts(shipment)),
    ...temperatureCauses(stages.temperature, temperatureAgendaFacts(shipment)),
    ...papersCauses(stages.papers, papersAgendaFacts(shipment)),
    ...receiptCauses(stages.receipt, receiptAgendaFacts(shipment)),
  ];
});

const courseCausesOnce = derivedBesidesAlerts(courseCauses);
const conditioningCausesOnce = derivedBesidesAlerts(conditioningCauses);
