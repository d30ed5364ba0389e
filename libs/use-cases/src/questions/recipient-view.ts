import {
  bagNames,
  bagsNotUsed,
  aboMismatch,
  bloodGroupText,
  clockedBags,
  orderOf,
  rhMismatch,
  undecidedFor,
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
      bags: bagsOf(shipment, recipient),
      standing: standingOf(shipment, recipient),
    };
  });
}

function bagsOf(shipment: Shipment, { ref }: RecipientOrder): string[] {
  const names = bagNames(shipment);
  const own = clockedBags(shipment).filter(({ recipient }) => recipient === ref);
  return own.map(({ id }) => names.get(id) ?? id);
}

/** What was decided for a recipient, else how the count leaves them. */
function standingOf(shipment: Shipment, { ref }: RecipientOrder): string | null {
  const state = shipment.stages['cell-count'];
  if (state.stoppedFor.includes(ref)) return 'stopped';
  if (isLeftWithout(shipment, ref)) return 'not served';
  if (state.acceptedFor.includes(ref)) return 'less accepted';
  if (!state.verdicts.some(({ recipient }) => recipient === ref)) return null;
  return undecidedFor(state).includes(ref) ? 'short' : 'served';
}

/** Every bag of theirs is not used. */
function isLeftWithout(shipment: Shipment, ref: string): boolean {
  const notUsed = bagsNotUsed(shipment);
  const own = clockedBags(shipment).filter(({ recipient }) => recipient === ref);
  return own.length > 0 && own.every(({ id }) => notUsed.includes(id));
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
