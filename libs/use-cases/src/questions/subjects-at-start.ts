import {
  clockedBags,
  collectionDayTable,
  donorClearanceTable,
  moreToCollect,
  orderOf,
  orderTable,
  type CollectionDay,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The order itself. */
export function orderSubjects(shipment: Shipment): readonly Subject[] {
  const { status, aboveRegistryCeiling, registryConsent } = shipment.stages.order;
  const notAsked = 'The request is not above the registry’s ceiling, so no consent is needed.';
  const given = 'The registry’s consent is recorded already.';
  const reason = aboveRegistryCeiling ? (registryConsent ? given : undefined) : notAsked;
  return [
    adoptionSubject(shipment),
    {
      table: orderTable,
      state: status,
      about: null,
      commands: ['RecordRegistryConsent'],
      prefill: {},
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
      ...(reason === undefined ? {} : { forms: { RecordRegistryConsent: reason } }),
    },
  ];
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
  const over = clockedBags(shipment).length > 0 && !moreToCollect(shipment);
  const reason = 'All that is to be collected has been: decide on the count instead.';
  return [
    {
      table: donorClearanceTable,
      state: shipment.stages['donor-clearance'].status,
      about: null,
      commands: ['ClearDonor', 'SuspendDonor', 'WithdrawDonor'],
      prefill: {},
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
      ...(over ? { forms: { ClearDonor: reason, SuspendDonor: reason, WithdrawDonor: reason } } : {}),
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
