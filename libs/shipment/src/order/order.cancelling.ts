import { inZone } from '@cellrelay/kernel';
import { inTheFuture, notAllowedNow, notWorded } from '../deciding.js';
import type { ConfirmedBy } from '../decisions.js';
import type { Refusal } from '../stage.js';
import type {
  CancelShipment,
  CellsFacts,
  OrderCommand,
  OrderFacts,
  OrderState,
  PartyFacts,
  RecordPartyTold,
} from './order.js';
import type { Canceller, CellsFate, PartyName } from './order.cancellation.js';
import { partyNames } from './order.cancellation.js';
import { partyTable } from './order.transitions.js';

/** What keeps a cancellation from being taken: cells of which nothing is said, or a second person who is none. */
export function cancellationProblem(asked: CancelShipment['data'], facts: OrderFacts): Refusal | undefined {
  return (
    inTheFuture(asked.statedAt, facts.now, '/statedAt') ??
    notWorded(asked.words, 'The reason in words', '/words') ??
    cellsProblem(asked.cells, facts) ??
    confirmationProblem(asked.confirmedBy, facts)
  );
}

/** An order that is cancelled, and open only until its cells have been dealt with, is not changed, and keeps the policy that it is run by. */
export function cancelledProblem({ name }: OrderCommand, { cancellation }: OrderState): Refusal | undefined {
  if (cancellation === null || (name !== 'ChangeProduct' && name !== 'AdoptPolicy')) return undefined;
  const sentence =
    name === 'ChangeProduct'
      ? 'The shipment is cancelled: what is ordered is not changed any more.'
      : 'The shipment is cancelled: it keeps its policy until its cells have been dealt with.';
  return { code: 'order-cancelled', sentence };
}

/** What may be said of the cells, as far as they have come. */
export function fatesOf({ bagsExist, collectionRunning, cellsLeft, boxLeft }: CellsFacts): readonly CellsFate[] {
  if (bagsExist && !cellsLeft)
    return boxLeft ? ['none', 'discarded-by-centre'] : ['none', 'cryopreserve-at-origin', 'discarded-by-centre'];
  if (bagsExist && boxLeft) return ['deliver-anyway', 'discarded-by-centre'];
  if (bagsExist) return ['cryopreserve-at-origin', 'deliver-anyway', 'discarded-by-centre'];
  return collectionRunning ? ['none', 'cryopreserve-at-origin', 'deliver-anyway', 'discarded-by-centre'] : ['none'];
}

function cellsProblem(cells: CellsFate, facts: OrderFacts): Refusal | undefined {
  const allowed = fatesOf(facts);
  if (allowed.includes(cells)) return undefined;
  if (!facts.bagsExist) {
    const sentence = 'No cells are on record as collected, and no unit as under way, so nothing can become of them.';
    return { code: 'no-cells-yet', sentence, at: '/cells', allowed };
  }
  if (!facts.cellsLeft) {
    const sentence = 'It is on record of all cells what became of them; none are left to be delivered.';
    return { code: 'no-cells-left', sentence, at: '/cells', allowed };
  }
  if (cells === 'none') {
    const sentence = 'There are cells: say what becomes of them, on the word of the centre that has them.';
    return { code: 'fate-of-cells-missing', sentence, at: '/cells', allowed };
  }
  const sentence = 'The box has left the collection centre, so its cells cannot be cryopreserved there.';
  return { code: 'cells-have-left', sentence, at: '/cells', allowed };
}

/** Grave where cells exist or a patient depends on them: then a second person confirms, another than who states it. */
function confirmationProblem(confirmedBy: ConfirmedBy | null, facts: OrderFacts): Refusal | undefined {
  if (confirmedBy === null) return needsSecondPerson(facts) ? secondPersonMissing : undefined;
  const same = confirmedBy.person.trim().toLowerCase() === facts.statedBy.person.trim().toLowerCase();
  if (same) {
    const sentence = `${confirmedBy.person} states the cancellation, and cannot confirm it too: another person does.`;
    return { code: 'two-must-confirm', sentence, at: '/confirmedBy/person' };
  }
  return (
    notWorded(confirmedBy.person, 'The person who confirms', '/confirmedBy/person', 200) ??
    notWorded(confirmedBy.organisation, 'The organisation of who confirms', '/confirmedBy/organisation', 200)
  );
}

function needsSecondPerson({ bagsExist, collectionRunning, patientConditioned }: OrderFacts): boolean {
  return bagsExist || collectionRunning || patientConditioned;
}

const secondPersonMissing: Refusal = {
  code: 'second-person-needed',
  sentence:
    'There are cells, or a patient’s conditioning has started: a second person, other than who states it, confirms the cancellation.',
  at: '/confirmedBy',
};

/** Whose word it was knows of it already; the donor speaks through the registry. */
const knows: Readonly<Record<Canceller, readonly PartyName[]>> = {
  donor: ['donor-registry'],
  'donor-registry': ['donor-registry'],
  'transplant-centre': ['transplant-centre'],
  'collection-centre': ['collection-centre'],
  other: [],
};

/** Who is still to be told of the cancellation. A transplant centre with a conditioned patient is told what is left, whoever cancelled. */
export function partiesToTell({ cancellation, told }: OrderState, facts: PartyFacts): readonly PartyName[] {
  if (cancellation === null) return [];
  const emergency = facts.patientConditioned && cancellation.code !== 'patient-died';
  const known = knows[cancellation.by].filter((party) => !(emergency && party === 'transplant-centre'));
  const concerned = partyNames.filter((party) => party !== 'courier' || facts.courierNamed);
  return concerned.filter((party) => !known.includes(party) && told[party] === undefined);
}

/** What is wrong with the word that a party was told. */
export function toldProblem(
  { party, toldAt }: RecordPartyTold['data'],
  state: OrderState,
  facts: OrderFacts,
): Refusal | undefined {
  const { cancellation } = state;
  if (cancellation === null) return { code: 'not-cancelled', sentence: 'The shipment is not cancelled.' };
  const known = state.told[party] === undefined ? 'to-tell' : 'told';
  const done = notAllowedNow(partyTable, {
    command: 'RecordPartyTold',
    state: known,
    what: `The ${party.replaceAll('-', ' ')}`,
  });
  const future = inTheFuture(toldAt, facts.now, '/toldAt');
  if (done !== undefined || future !== undefined) return done ?? future;
  const owed = partiesToTell(state, facts);
  if (!owed.includes(party)) {
    const others = owed.length === 0 ? 'Nobody is left to be told.' : `To be told: ${owed.join(', ')}.`;
    const sentence = `The ${party.replaceAll('-', ' ')} need not be told. ${others}`;
    return { code: 'need-not-be-told', sentence, at: '/party', allowed: owed };
  }
  if (toldAt.at >= cancellation.at.at) return undefined;
  const sentence = `The shipment was cancelled at ${inZone(cancellation.at.at, toldAt.zone)}; nobody was told of it before that.`;
  return { code: 'told-before-cancelled', sentence, at: '/toldAt' };
}
