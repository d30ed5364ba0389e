import { minutesBetween } from '@cellrelay/kernel';
import { marrowAdvisories, shippedConstants, type Advisory } from '@cellrelay/viability';
import type { Deadline, Offer } from './obligation.js';
import { clockedBags, orderOf } from './overview.js';
import { accept, refuse, startOf } from './receipt/receipt.offers.js';
import type { Shipment } from './shipment.js';

/**
 * The hours from which on recipients of marrow did worse (viability.md R2), as moments to be told of while the one after them has not come. They are advice: target and limit
 * stand as they are, and a policy may leave them out.
 */
export function marrowObligations(shipment: Shipment): readonly Deadline[] {
  const { policy, details } = orderOf(shipment);
  const severity = policy.marrowAdvisories.value;
  const ended = clockedBags(shipment).filter((bag) => bag.endedAt === null && bag.shipper === null);
  const [collectionEndedAt] = ended.map(({ clock }) => clock.startsAt).sort();
  if (severity === 'none' || collectionEndedAt === undefined) return [];
  const receivedAt = shipment.stages.receipt.receivedAt?.at ?? null;
  const advised = marrowAdvisories(
    details.product,
    { collectionEndedAt, receivedAt, infusionAt: null },
    shippedConstants,
  );
  const since = receivedAt ?? collectionEndedAt;
  return advised
    .filter(({ kept }) => kept === null)
    .map((each) => ({
      ...noticeOf(each, minutesBetween(since, each.before) / 60),
      severity,
      offers: wordsOf(shipment, each),
    }));
}

const received: Offer = { command: 'RecordReceipt', label: 'Record the receipt', prefill: {} };

/** What is waited for, whoever may say it. */
function wordsOf(shipment: Shipment, { code }: Advisory): readonly Offer[] {
  if (code === 'marrow-to-receipt') return [received];
  if (shipment.stages.receipt.acceptedAt === null) return [accept, refuse];
  return clockedBags(shipment).flatMap(({ id, endedAt }) => (endedAt === null ? [startOf(id)] : []));
}

function noticeOf({ code, before, source }: Advisory, hours: number): Omit<Deadline, 'severity' | 'offers'> {
  const toReceipt = code === 'marrow-to-receipt';
  const [what, since] = toReceipt ? ['received', 'the end of its collection'] : ['infused', 'its receipt'];
  return {
    does: 'ring',
    stage: 'receipt',
    owner: 'transplant-centre',
    kind: 'marrow-advisory',
    key: `marrow-advisory/${toReceipt ? 'receipt' : 'infusion'}`,
    dueAt: before,
    what: `Better have the marrow ${what} within ${hours} h of ${since}`,
    overdue: {
      wrong: `The marrow is not known to be ${what}, ${hours} h after ${since}.`,
      follows: `Recipients of marrow that took longer did worse (${source}). It is advice and no limit: tell the transplant physician.`,
    },
  };
}
