import type { Deviation, DeviationAgendaFacts } from './deviation/deviation.js';
import { gradeKey } from './deviation/deviation.agenda.js';
import { stillToTell } from './deviation/deviation.telling.js';
import { isBanked, orderOf, receiptToInfusionMinutesOf, scansOf } from './overview.js';
import { receiptChecksOf } from './receipt-checks.js';
import type { ReceiptAgendaFacts } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';
import { tellingRulesOf } from './telling-rules.js';
import { travelledBags } from './travelled-bags.js';

/** What the receipt's agenda and the deviations' may know of the other stages. Nothing here reads a clock either. */

export function receiptAgendaFacts(shipment: Shipment): ReceiptAgendaFacts {
  const { policy, details } = orderOf(shipment);
  return {
    ordered: { minCelsius: details.minCelsius, maxCelsius: details.maxCelsius, frozen: isBanked(shipment) },
    scans: scansOf(shipment),
    checklist: receiptChecksOf(shipment),
    deliveredAt: shipment.stages['courier-handoff'].deliveredAt?.at ?? null,
    receiptToInfusionMinutes: receiptToInfusionMinutesOf(shipment),
    reportGraceMinutes: policy.reportGraceMinutes.value,
    bags: travelledBags(shipment),
    followUp: policy.followUp.value,
    arrivalLossWarningPercent: policy.arrivalLossWarningPercent.value,
    toTell: registriesToTell(shipment),
  };
}

/** Who is still to be told that the product was refused, by the deviation that the refusal opened. */
function registriesToTell(shipment: Shipment): ReceiptAgendaFacts['toTell'] {
  const rules = tellingRulesOf(shipment);
  return ofRefusal(shipment)
    .flatMap((each) => stillToTell(each, rules).map((registry) => ({ deviation: each.id, registry })))
    .filter(({ registry }) => registry !== 'partner');
}

/** What a refusal of the product opened. */
function ofRefusal({ stages }: Shipment): readonly Deviation[] {
  return stages.deviation.deviations.filter(
    ({ openedFrom }) => openedFrom?.stage === 'receipt' && openedFrom.key === 'refused',
  );
}

/** While the refusal stands its own alert asks for the word to both registries. */
function isRefused({ stages }: Shipment): boolean {
  return stages.order.status === 'open' && stages.receipt.status === 'refused';
}

export function deviationAgendaFacts(shipment: Shipment): DeviationAgendaFacts {
  const { policy } = orderOf(shipment);
  const { stages } = shipment;
  return {
    ...tellingRulesOf(shipment),
    gradingOverdue: stages.deviation.deviations.map(({ id }) => id).filter((id) => gradeKey(id) in stages.alert.rung),
    accepted: stages.receipt.acceptedAt !== null || stages.receipt.ended.length > 0,
    askedElsewhere: isRefused(shipment) ? ofRefusal(shipment).map(({ id }) => id) : [],
    gradeMinutes: policy.deviationGradeMinutes.value,
    partnerToldMinutes: policy.partnerToldMinutes.value,
    rapidAlertMinutes: policy.rapidAlertMinutes.value,
  };
}
