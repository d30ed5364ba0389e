import {
  collectionDayTable,
  fatesNow,
  orderOf,
  orderTable,
  partiesStillToTell,
  partyNames,
  partyTable,
  postponementTable,
  type CellsFate,
  type CollectionDay,
  type PartyName,
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
    {
      table: orderTable,
      state: status,
      about: null,
      commands: ['RecordRegistryConsent', 'CancelShipment'],
      prefill: {},
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
      forms: {
        CancelShipment: cancellations(shipment),
        ...(reason === undefined ? {} : { RecordRegistryConsent: reason }),
      },
    },
    ...partySubjects(shipment),
  ];
}

/** One form for each thing that may become of the cells; a single one while there are none. */
function cancellations(shipment: Shipment): readonly Form[] {
  return fatesNow(shipment).map((cells) =>
    form({ cells }, cells === 'none' ? {} : { label: `Cancel the shipment: ${fateWords[cells]}` }),
  );
}

const fateWords: Readonly<Record<Exclude<CellsFate, 'none'>, string>> = {
  'cryopreserve-at-origin': 'the cells are cryopreserved where they are',
  'deliver-anyway': 'the cells are delivered all the same',
  'discarded-by-centre': 'the centre discards the cells',
};

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
  const { days, postponements } = shipment.stages.collection;
  const last = postponements.at(-1);
  const begun = days.some(({ status }) => status !== 'planned' && status !== 'reserved');
  return [
    {
      table: postponementTable,
      state: last === undefined ? 'none' : last.toldAt === null ? 'to-tell' : 'told',
      about: null,
      commands: ['PostponeCollection', 'RecordPostponementTold'],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      ...(begun
        ? { forms: { PostponeCollection: 'A collection that has begun, or was stood down, is not postponed.' } }
        : {}),
    },
  ];
}

function daySubjects(shipment: Shipment): readonly Subject[] {
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
