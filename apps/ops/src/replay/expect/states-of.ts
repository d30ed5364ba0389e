import {
  bookingTable,
  cellCountTable,
  collectionDayTable,
  courierTable,
  customsRequestTable,
  donorClearanceTable,
  backupTable,
  conditioningTable,
  deviationTable,
  exemptionTable,
  followUpsOf,
  followUpTable,
  handoffTable,
  orderOf,
  orderTable,
  paperTable,
  planTable,
  receiptTable,
  travelledBags,
  type Shipment,
  type TransitionTable,
} from '@cellrelay/shipment';

/** The kinds of part that have a state of their own, with the table that says which states there are. */
export const tablesOfParts: Readonly<Record<string, TransitionTable>> = {
  order: orderTable,
  'donor-clearance': donorClearanceTable,
  conditioning: conditioningTable,
  backup: backupTable,
  'cell-count': cellCountTable,
  courier: courierTable,
  'courier-handoff': handoffTable,
  receipt: receiptTable,
  collection: collectionDayTable,
  plan: planTable,
  booking: bookingTable,
  border: customsRequestTable,
  checkpoint: exemptionTable,
  paper: paperTable,
  deviation: deviationTable,
  'follow-up': followUpTable,
};

/** Every part of a shipment that has a state of its own, by name: `cell-count`, `collection/1`, `plan/2`, `booking/1.0/1`. */
export function statesOf(shipment: Shipment): Readonly<Record<string, string>> {
  const { stages } = shipment;
  const { plans, bookings } = stages['flight-booking'];
  return {
    order: stages.order.status,
    'donor-clearance': stages['donor-clearance'].status,
    ...conditioningOf(shipment),
    ...named('backup', stages['donor-clearance'].backups, (backup) => backup.reference),
    'cell-count': stages['cell-count'].status,
    courier: stages.courier.status,
    'courier-handoff': stages['courier-handoff'].status,
    receipt: stages.receipt.status,
    ...named('collection', stages.collection.days, (day) => day.day),
    ...named('plan', plans, (plan) => plan.plan),
    ...named('booking', bookings, (booking) => booking.id),
    ...named('border', stages['customs-clearance'].requests, (request) => request.id),
    ...named('checkpoint', stages['xray-exemption'].exemptions, (exemption) => exemption.id),
    ...papersOf(shipment),
    ...named('deviation', stages.deviation.deviations, (deviation) => deviation.id),
    ...named('follow-up', followUpsIn(shipment), ({ recipient, day }) => `${recipient}/${day}`),
  };
}

/** Every recipient of the order: `conditioning/R1`. */
function conditioningOf(shipment: Shipment): Readonly<Record<string, string>> {
  const { conditioning } = shipment.stages['donor-clearance'];
  const recipients = shipment.stages.order.details === null ? [] : orderOf(shipment).details.recipients;
  return Object.fromEntries(
    recipients.map(({ ref }) => [
      `conditioning/${ref}`,
      conditioning.find(({ recipient }) => recipient === ref)?.status ?? 'not-planned',
    ]),
  );
}

/** The newest of each paper that was issued: `paper/1/transport-plan`, `paper/1/security-letter/PEK`. */
function papersOf({ stages }: Shipment): Readonly<Record<string, string>> {
  const papers = stages.papers.issued.map(({ standing, ...paper }) => ({ ...paper, status: standing }));
  return named('paper', papers, ({ plan, kind, of }) => [plan, kind, ...(of === null ? [] : [of])].join('/'));
}

function followUpsIn(shipment: Shipment) {
  const { policy } = shipment.stages.order;
  if (policy === null) return [];
  const facts = { bags: travelledBags(shipment), followUp: policy.followUp.value };
  return followUpsOf(shipment.stages.receipt, facts).map((each) => ({
    ...each,
    status: each.answered ? 'answered' : 'asked',
  }));
}

function named<Part extends { readonly status: string }>(
  kind: string,
  parts: readonly Part[],
  id: (part: Part) => string | number,
): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [`${kind}/${id(part)}`, part.status]));
}
