import {
  cellsFacts,
  collectionBegun,
  collectionDayTable,
  fatesNow,
  isBanked,
  isBrokenOff,
  isStillToCome,
  mismatchFor,
  nothingToCome,
  orderOf,
  orderTable,
  partyFacts,
  partiesStillToTell,
  partyNames,
  partyTable,
  postponementTable,
  unitAtBank,
  type CollectionDay,
  type OrderDetails,
  type PartyName,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';
import { bagSubject } from './subjects-of-bags.js';
import { fateSaid } from './words.js';

/** The order itself. */
export function orderSubjects(shipment: Shipment): readonly Subject[] {
  const { details } = orderOf(shipment);
  return [
    adoptionSubject(shipment),
    {
      table: orderTable,
      state: shipment.stages.order.status,
      about: null,
      commands: [
        'NameParty',
        'RecordRegistryConsent',
        'ChangeProduct',
        'RecordBloodGroups',
        'DecideOnProcessing',
        'CancelShipment',
        'DivertShipment',
      ],
      prefill: {},
      zone: details.parties.donorRegistry.zone,
      zones: { decidedAt: details.parties.transplantCentre.zone },
      forms: {
        RecordRegistryConsent: consentReason(shipment) ?? [form({})],
        ChangeProduct: changeReason(shipment) ?? [changeForm(details)],
        RecordBloodGroups: [form({ donor: details.donorBloodGroup, recipients: groupsKnown(details) })],
        DecideOnProcessing: processingForms(shipment),
        CancelShipment: cancellations(shipment),
        DivertShipment: diversions(shipment),
      },
    },
    ...partySubjects(shipment),
  ];
}

/** While the courier has the box: two forms, to another place and back. */
function diversions({ stages }: Shipment): readonly Form[] | string {
  if (stages['courier-handoff'].status !== 'in-custody') return 'The courier does not have the box.';
  const wordOf = { role: 'transplant-physician', person: '' };
  return [
    form({ kind: 'divert', wordOf }, { label: 'Divert the box', shape: { needs: ['to', 'confirmedBy'] } }),
    form({ kind: 'return', wordOf }, { label: 'Return the box', shape: { needs: ['confirmedBy'], without: ['to'] } }),
  ];
}

function consentReason({ stages }: Shipment): string | undefined {
  if (!stages.order.aboveRegistryCeiling)
    return 'The request is not above the registry’s ceiling, so no consent is needed.';
  return stages.order.registryConsent ? 'The registry’s consent is recorded already.' : undefined;
}

function changeReason(shipment: Shipment): string | undefined {
  if (shipment.stages.order.cancellation !== null) return cancelledAlready;
  if (isBanked(shipment)) return 'A banked unit is a shipment of its own: another product is another order.';
  return collectionBegun(shipment) ? 'A collection has begun.' : undefined;
}

const cancelledAlready = 'The shipment is cancelled.';

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
  const { status, changedLimit, cancellation } = shipment.stages.order;
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
      ...(cancellation === null ? {} : { AdoptPolicy: cancelledAlready }),
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

/** One form for each thing that may become of the cells; a single one while there are none. */
function cancellations(shipment: Shipment): readonly Form[] {
  const shape = secondPersonFor(shipment) ? { shape: { needs: ['confirmedBy'] } } : {};
  return fatesNow(shipment).map((cells) =>
    form(
      { cells },
      cells === 'none' ? shape : { label: `Cancel the shipment: ${fateSaid(shipment, cells)}`, ...shape },
    ),
  );
}

/** Once cells exist or are being collected, or a patient depends on them. */
function secondPersonFor(shipment: Shipment): boolean {
  const { bagsExist, collectionRunning } = cellsFacts(shipment);
  return bagsExist || collectionRunning || partyFacts(shipment).patientConditioned;
}

/** Each party of a cancellation, told or still to be told. */
function partySubjects(shipment: Shipment): readonly Subject[] {
  const { cancellation, told } = shipment.stages.order;
  const { zone } = orderOf(shipment).details.parties.donorRegistry;
  const base = { table: partyTable, state: 'to-tell', commands: ['RecordPartyTold'] as const, zone };
  if (cancellation === null)
    return [{ ...base, about: null, prefill: {}, forms: { RecordPartyTold: 'The shipment is not cancelled.' } }];
  const subject = (party: PartyName, state: string): Subject => {
    return { ...base, state, about: party.replaceAll('-', ' '), prefill: { party } };
  };
  return [
    ...partiesStillToTell(shipment).map((party) => subject(party, 'to-tell')),
    ...partyNames.filter((party) => told[party] !== undefined).map((party) => subject(party, 'told')),
  ];
}

/** The collection as a whole, and each of its days. */
export function collectionSubjects(shipment: Shipment): readonly Subject[] {
  return [...collectionAsPlanned(shipment), ...daySubjects(shipment)];
}

function collectionAsPlanned(shipment: Shipment): readonly Subject[] {
  const { postponements } = shipment.stages.collection;
  const last = postponements.at(-1);
  return [
    {
      table: postponementTable,
      state: last === undefined ? 'none' : last.toldAt === null ? 'to-tell' : 'told',
      about: null,
      commands: ['PostponeCollection', 'PostponeShipping', 'RecordPostponementTold'],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: postponingForms(shipment),
    },
  ];
}

function postponingForms(shipment: Shipment): Subject['forms'] {
  const unit = unitAtBank(shipment);
  if (unit === null)
    return {
      PostponeShipping: 'No banked unit is ordered.',
      ...(isStillToCome(shipment.stages.collection.days) && !nothingToCome(shipment)
        ? {}
        : { PostponeCollection: 'A collection that has begun, or was stood down, is not postponed.' }),
    };
  return {
    PostponeCollection: 'A banked unit is not collected: the day on which it leaves its bank is moved.',
    ...(unit.gone === null ? {} : { PostponeShipping: 'The unit has left its bank, or is not to leave it any more.' }),
  };
}

function daySubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.collectionCentre;
  return shipment.stages.collection.days.flatMap((day) => [
    {
      table: collectionDayTable,
      state: day.status,
      about: `day ${day.day}`,
      commands: [
        'StartCollection',
        'EndCollection',
        'RecordCollectionBrokenOff',
        'CorrectCollectionEnd',
        'RecordStandDownTold',
      ],
      prefill: { day: day.day },
      zone,
      forms: dayForms(shipment, day),
    },
    bagSubject(shipment, day),
  ]);
}

function dayForms(shipment: Shipment, day: CollectionDay): Subject['forms'] {
  return {
    EndCollection: [form({ bags: orderOf(shipment).details.recipients.map(({ ref }) => ({ recipient: ref })) })],
    CorrectCollectionEnd: correctionOf(day),
    ...startReason(shipment, day),
    ...(day.toldStoodDownAt === null ? {} : { RecordStandDownTold: `The centre has been told of day ${day.day}.` }),
  };
}

function startReason({ stages }: Shipment, { day, status }: CollectionDay): Subject['forms'] {
  if (stages['donor-clearance'].status !== 'cleared') return { StartCollection: 'The donor is not cleared.' };
  if (status !== 'reserved' || isBrokenOff(stages.collection.days)) return {};
  return { StartCollection: `Day ${day} is reserved, and nothing has called it up.` };
}

function correctionOf({ endedAt }: CollectionDay): readonly Form[] {
  return endedAt === null ? [] : [form({ endedAt: asStated(endedAt) })];
}
