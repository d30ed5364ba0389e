import {
  bagNames,
  bagsInTheBox,
  destinationOf,
  followUpTable,
  followUpsOf,
  keptFrozen,
  saidNotUsed,
  orderOf,
  receiptChecksOf,
  receiptDeviations,
  receiptTable,
  travelledBags,
  type Shipment,
} from '@cellrelay/shipment';
import type { Shape } from './action-shape.js';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The receipt, each bag whose infusion can begin or whose count can come, and what is asked weeks later. */
export function receiptSubjects(shipment: Shipment): readonly Subject[] {
  return [
    {
      table: receiptTable,
      state: shipment.stages.receipt.status,
      about: null,
      commands: [
        'RecordReceipt',
        'CorrectReceipt',
        'RecordArrivalCount',
        'CorrectArrivalCount',
        'AcceptProduct',
        'RefuseProduct',
        'StartInfusion',
        'CorrectInfusionStart',
        'RecordBagNotUsed',
      ],
      prefill: {},
      zone: destinationOf(shipment).zone,
      forms: {
        RecordReceipt: receiving(shipment),
        CorrectReceipt: asReceived(shipment),
        RecordArrivalCount: some(toCount(shipment), 'Every bag has its count on arrival.'),
        CorrectArrivalCount: some(counted(shipment), 'No count on arrival is recorded.'),
        StartInfusion: infusions(shipment),
        CorrectInfusionStart: ended(shipment),
        RecordBagNotUsed: toLeave(shipment),
        AcceptProduct: acceptance(shipment),
      },
    },
    ...followUpSubjects(shipment),
  ];
}

function some(forms: readonly Form[], otherwise: string): readonly Form[] | string {
  return forms.length === 0 ? otherwise : forms;
}

/** What is read from labels is not filled in; the checklist is, each point open until somebody has looked. */
function receiving(shipment: Shipment): readonly Form[] | string {
  if (shipment.stages['courier-handoff'].deliveredAt === null) return 'The box has not been delivered.';
  const answers = receiptChecksOf(shipment).map(({ id }) => ({ item: id, found: 'not-checked' }));
  return [form({ answers }, { shape: checklist(shipment) })];
}

/** Each point by its sentence: its key is for the log. */
function checklist(shipment: Shipment): Shape {
  const points = receiptChecksOf(shipment).map(({ id, text }) => ({ value: id, label: text }));
  return points.length === 0 ? {} : { named: { 'answers/item': points } };
}

/** What deviates is accepted with the deviation in words only. */
function acceptance(shipment: Shipment): readonly Form[] | string {
  const { acceptedAt, refusedFor } = shipment.stages.receipt;
  if (acceptedAt !== null) return 'The product was accepted already.';
  const worded = refusedFor !== null || receiptDeviations(shipment).length > 0;
  return [form({}, worded ? { shape: { needs: ['deviation'] } } : {})];
}

/** As it was found; what was not answered then is open now too. */
function asReceived(shipment: Shipment): readonly Form[] | string {
  const { receivedAt, found, answers } = shipment.stages.receipt;
  if (receivedAt === null || found === null) return 'No receipt is recorded.';
  return [form({ receivedAt: asStated(receivedAt), ...found, answers }, { shape: checklist(shipment) })];
}

function toCount(shipment: Shipment): readonly Form[] {
  const known = shipment.stages.receipt.arrivals.map(({ bag }) => bag);
  const names = bagNames(shipment);
  const left = travelledBags(shipment).filter(({ id }) => !known.includes(id));
  return left.map(({ id }) => form({ bag: id }, { about: names.get(id) ?? id }));
}

function counted(shipment: Shipment): readonly Form[] {
  const names = bagNames(shipment);
  return shipment.stages.receipt.arrivals.map(({ bag, countedAt, ...figures }) =>
    form({ bag, countedAt: asStated(countedAt), ...figures }, { about: names.get(bag) ?? bag }),
  );
}

/** Those whose clock runs, and those that are kept frozen, or not used and may be wanted after all. */
function infusions(shipment: Shipment): readonly Form[] | string {
  const { receipt } = shipment.stages;
  if (receipt.acceptedAt === null) return 'The product is not accepted.';
  const names = bagNames(shipment);
  return [...waiting(shipment), ...keptFrozen(receipt), ...saidNotUsed(receipt)].map((id) =>
    form({ bag: id, how: 'infusion' }, { about: names.get(id) ?? id }),
  );
}

function waiting(shipment: Shipment): readonly string[] {
  return bagsInTheBox(shipment)
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id }) => id);
}

function toLeave(shipment: Shipment): readonly Form[] | string {
  const names = bagNames(shipment);
  const wordOf = { role: 'transplant-physician', person: '' };
  return some(
    [...waiting(shipment), ...keptFrozen(shipment.stages.receipt)].map((id) =>
      form({ bag: id, wordOf }, { about: names.get(id) ?? id }),
    ),
    'No bag is left whose clock runs, or that is kept frozen.',
  );
}

function ended(shipment: Shipment): readonly Form[] {
  const names = bagNames(shipment);
  const used = shipment.stages.receipt.ended.filter(({ how }) => how !== 'not-used');
  return used.map(({ bag, at, how, volumeInfusedMl }) =>
    form({ bag, startedAt: asStated(at), how, volumeInfusedMl }, { about: names.get(bag) ?? bag }),
  );
}

function followUpSubjects(shipment: Shipment): readonly Subject[] {
  const facts = { bags: travelledBags(shipment), followUp: orderOf(shipment).policy.followUp.value };
  return followUpsOf(shipment.stages.receipt, facts).map(({ recipient, day, answered }) => ({
    table: followUpTable,
    state: answered ? 'answered' : 'asked',
    about: `${recipient}, day ${day}`,
    commands: ['RecordFollowUp'],
    prefill: { recipient, day },
    zone: destinationOf(shipment).zone,
  }));
}
