import {
  aboMismatch,
  bloodGroupText,
  orderOf,
  rhMismatch,
  unitOf,
  type BloodGroup,
  type DoseRequest,
  type DoseVerdict,
  type RecipientOrder,
  type Shipment,
} from '@cellrelay/shipment';
import type { ShipmentView } from './views.js';
import { processingWords } from './words.js';

type RecipientView = ShipmentView['recipients'][number];

/** Each recipient with what was ordered, what was counted so far, and how its blood group goes with the donor's. */
export function recipientViewsOf(shipment: Shipment): readonly RecipientView[] {
  const { recipients, donorBloodGroup } = orderOf(shipment).details;
  const { verdicts } = shipment.stages['cell-count'];
  return recipients.map((recipient) => {
    const counted = verdicts.find((verdict) => verdict.recipient === recipient.ref)?.doses ?? [];
    return {
      ref: recipient.ref,
      weightKg: recipient.weightKg,
      weightBasis: recipient.weightBasis,
      doses: recipient.doses.map((asked) => doseOf(asked, counted)),
      ...groupsOf(donorBloodGroup, recipient),
      processing: processingOf(shipment, recipient),
    };
  });
}

function doseOf(asked: DoseRequest, counted: readonly DoseVerdict[]): RecipientView['doses'][number] {
  const found = counted.find(({ metric }) => metric === asked.metric);
  return {
    ...asked,
    unit: unitOf(asked),
    dose: found?.dose ?? null,
    meetsRequest: found?.meetsRequest ?? null,
    meetsMinimum: found?.meetsMinimum ?? null,
  };
}

function groupsOf(
  donor: BloodGroup | null,
  { bloodGroup }: RecipientOrder,
): Pick<RecipientView, 'bloodGroup' | 'aboMismatch' | 'rhMismatch'> {
  const own = bloodGroup === null ? null : bloodGroupText(bloodGroup);
  if (donor === null || bloodGroup === null) return { bloodGroup: own, aboMismatch: null, rhMismatch: null };
  return { bloodGroup: own, aboMismatch: aboMismatch(donor, bloodGroup), rhMismatch: rhMismatch(donor, bloodGroup) };
}

function processingOf({ stages }: Shipment, { ref }: RecipientOrder): string | null {
  const decided = stages.order.processing.find(({ recipient }) => recipient === ref);
  if (decided === undefined) return null;
  const { processing, minutes, titre, thresholdTitre } = decided;
  if (processing !== 'none') return `${processingWords[processing]}, ${minutes} minutes`;
  return titre === null ? processingWords.none : `${processingWords.none}, titre 1/${titre} below 1/${thresholdTitre}`;
}
