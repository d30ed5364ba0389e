import {
  clockedBags,
  collectionBegun,
  collectionDayTable,
  isBanked,
  donorClearanceTable,
  mismatchFor,
  moreToCollect,
  orderOf,
  orderTable,
  type CollectionDay,
  type OrderDetails,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The order itself. */
export function orderSubjects(shipment: Shipment): readonly Subject[] {
  const { details } = orderOf(shipment);
  return [
    adoptionSubject(shipment),
    {
      table: orderTable,
      state: shipment.stages.order.status,
      about: null,
      commands: ['RecordRegistryConsent', 'ChangeProduct', 'RecordBloodGroups', 'DecideOnProcessing'],
      prefill: {},
      zone: details.parties.donorRegistry.zone,
      zones: { decidedAt: details.parties.transplantCentre.zone },
      forms: {
        RecordRegistryConsent: consentReason(shipment) ?? [form({})],
        ChangeProduct: changeReason(shipment) ?? [changeForm(details)],
        RecordBloodGroups: [form({ donor: details.donorBloodGroup, recipients: groupsKnown(details) })],
        DecideOnProcessing: processingForms(shipment),
      },
    },
  ];
}

function changeReason(shipment: Shipment): string | undefined {
  if (isBanked(shipment)) return 'A banked unit is a shipment of its own: another product is another order.';
  return collectionBegun(shipment) ? 'A collection has begun.' : undefined;
}

function consentReason({ stages }: Shipment): string | undefined {
  if (!stages.order.aboveRegistryCeiling)
    return 'The request is not above the registry’s ceiling, so no consent is needed.';
  return stages.order.registryConsent ? 'The registry’s consent is recorded already.' : undefined;
}

/** What the new product has in common with the old; its doses and temperature are asked for anew. */
function changeForm({ donorWeightKg, collectionDays, recipients }: OrderDetails): Form {
  return form({ donorWeightKg, collectionDays, doses: recipients.map(({ ref }) => ({ recipient: ref })) });
}

function groupsKnown({ recipients }: OrderDetails): readonly Readonly<Record<string, unknown>>[] {
  return recipients.map(({ ref, bloodGroup }) =>
    bloodGroup === null ? { recipient: ref } : { recipient: ref, bloodGroup },
  );
}

/** One form for each recipient of another blood group, and for each that was decided on. */
function processingForms(shipment: Shipment): readonly Form[] | string {
  const { processing, details } = shipment.stages.order;
  const refs = (details?.recipients ?? [])
    .map(({ ref }) => ref)
    .filter(
      (ref) =>
        mismatchFor(orderOf(shipment).details, ref) !== 'none' || processing.some(({ recipient }) => recipient === ref),
    );
  const wordOf = { role: 'receiving-laboratory', person: '' };
  if (refs.length === 0) return 'No mismatch of blood groups is known.';
  return refs.map((ref) => form({ recipient: ref, wordOf }, { about: ref }));
}

/** The policy that the order is run by. */
function adoptionSubject(shipment: Shipment): Subject {
  const { status, changedLimit } = shipment.stages.order;
  const { details, policy } = orderOf(shipment);
  const word = { wordOf: { role: 'transplant-physician' } };
  return {
    table: orderTable,
    state: status,
    about: `policy ${policy.version}`,
    commands: ['AdoptPolicy', 'DecideOnChangedLimit'],
    prefill: {},
    zone: details.parties.transplantCentre.zone,
    forms: {
      DecideOnChangedLimit:
        changedLimit === null
          ? 'No adopted policy changes the limit of collected cells.'
          : [
              form({ decision: 'keep-old', ...word }, { label: 'Keep the old limit' }),
              form({ decision: 'take-new', ...word }, { label: 'Take the new limit' }),
            ],
    },
  };
}

/** The donor's clearance. */
export function donorSubjects(shipment: Shipment): readonly Subject[] {
  const banked = isBanked(shipment);
  const over = (banked || clockedBags(shipment).length > 0) && !moreToCollect(shipment);
  const reason = banked
    ? 'The unit has left its bank.'
    : 'All that is to be collected has been: decide on the count instead.';
  return [
    {
      table: donorClearanceTable,
      state: shipment.stages['donor-clearance'].status,
      about: null,
      commands: ['ClearDonor', 'ReleaseUnit', 'SuspendDonor', 'WithdrawDonor'],
      prefill: {},
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
      forms: {
        ...(banked
          ? { ClearDonor: 'The bank releases its unit.' }
          : { ReleaseUnit: 'The cells are yet to be collected.' }),
        ...(over ? { ClearDonor: reason, ReleaseUnit: reason, SuspendDonor: reason, WithdrawDonor: reason } : {}),
      },
    },
  ];
}

/** Each collection day. */
export function collectionSubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.collectionCentre;
  return shipment.stages.collection.days.map((day) => ({
    table: collectionDayTable,
    state: day.status,
    about: `day ${day.day}`,
    commands: ['StartCollection', 'EndCollection', 'CorrectCollectionEnd', 'RecordStandDownTold'],
    prefill: { day: day.day },
    zone,
    forms: dayForms(shipment, day),
  }));
}

function dayForms(shipment: Shipment, day: CollectionDay): Subject['forms'] {
  const cleared = shipment.stages['donor-clearance'].status === 'cleared';
  return {
    EndCollection: [form({ bags: orderOf(shipment).details.recipients.map(({ ref }) => ({ recipient: ref })) })],
    CorrectCollectionEnd: correctionOf(day),
    ...(cleared ? {} : { StartCollection: 'The donor is not cleared.' }),
    ...(day.toldStoodDownAt === null ? {} : { RecordStandDownTold: `The centre has been told of day ${day.day}.` }),
  };
}

function correctionOf({ endedAt }: CollectionDay): readonly Form[] {
  return endedAt === null ? [] : [form({ endedAt: asStated(endedAt) })];
}
