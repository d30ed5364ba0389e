import type { NamedPart, Shipment } from '@cellrelay/shipment';
import type { Asker } from '../identity/identities.js';
import type { Side } from '../identity/identity-vault.port.js';
import { movesOf, type LetterMove, type LetterState, type Mover } from './letter-moves.js';
import type { PairRule } from './letter-refusals.js';
import type { FoundLetter, ReceivedLetter, WrittenLetter } from './letter-register.port.js';
import { letterRule, termsOf, type LetterRule } from './letter-rule.js';
import { letterRuleOf } from './letter-rules.js';
import type { ReceivedView, WrittenView } from './letter-views.js';
import type { KnownHere } from './marking.js';

/** Roles in which people write letters for donors and recipients, and hand over what came. */
const writes: readonly string[] = ['coordinator', 'physician'];

/** Whether somebody in that role writes letters, or hands them over. */
export function writesLetters({ acting }: Asker): boolean {
  return writes.includes(acting.role);
}

/** As whom somebody stands to a letter; as nobody where they are not to see it. */
export function moversOf(asker: Asker, found: FoundLetter): readonly Mover[] {
  const screens = asker.acting.role === 'screener' && found.registry;
  if (found.as === 'received') return screens ? ['other-screener'] : [];
  const own = writesLetters(asker) && found.letter.organisation === asker.acting.organisation.id;
  return [...(own ? (['author'] as const) : []), ...(screens ? (['screener'] as const) : [])];
}

/** Whether its words are theirs to read. A draft is its side's; a screener reads what was handed in, and the other side what was released. */
export function mayRead(asker: Asker, found: FoundLetter): boolean {
  if (asker.acting.role === 'screener') return found.registry && screened(found);
  if (!writesLetters(asker)) return false;
  return found.as === 'written' || found.letter.state === 'released';
}

function screened(found: FoundLetter): boolean {
  const unseen: readonly string[] = ['written', 'withdrawn', 'sent-back'];
  return !unseen.includes(found.letter.state);
}

/** What they may do with it now. */
export function movesFor(asker: Asker, found: FoundLetter): readonly LetterMove[] {
  const state: LetterState = found.as === 'written' ? found.letter.state : stateOfReceived(found.letter);
  return movesOf(state, moversOf(asker, found));
}

function stateOfReceived({ state }: ReceivedLetter): LetterState {
  return state === 'across' ? 'across' : 'released';
}

/** What is told of a letter, with what whoever asks may do about it. */
export function viewOf(
  asker: Asker,
  found: FoundLetter,
): { readonly written: WrittenView | null; readonly received: ReceivedView | null } {
  const moves = movesFor(asker, found).map(({ move }) => move);
  if (found.as === 'written') return { written: writtenView(found.letter, moves), received: null };
  const { id, shipment, side, state, revision, releasedAt, readAt } = found.letter;
  return { written: null, received: { id, shipment, side, state, revision, releasedAt, readAt, moves } };
}

function writtenView(letter: WrittenLetter, moves: WrittenView['moves']): WrittenView {
  const { id, shipment, side, subject, state, revision, organisationName, returnedFor, writtenAt, movedAt } = letter;
  return {
    id,
    shipment,
    side,
    subject,
    state,
    revision,
    organisation: organisationName,
    returnedFor,
    writtenAt,
    movedAt,
    moves,
  };
}

/** Both registries of a shipment, as they are named; undefined of one that is not. */
export function registriesOf({ stages }: Shipment): readonly (string | undefined)[] {
  const { organisations } = stages.order;
  return [organisations['donor-registry']?.id, organisations['patient-registry']?.id];
}

/** What the chosen rules of a shipment's two registries come to. */
export function pairRuleOf(shipment: Shipment, chosen: ReadonlyMap<string, string | null>): PairRule {
  const [donors, patients] = registriesOf(shipment).map((id) =>
    letterRuleOf(id === undefined ? null : (chosen.get(id) ?? null)),
  );
  const rules = [donors, patients].filter((rule): rule is LetterRule => rule != null);
  return {
    terms: letterRule(termsOf(donors ?? null), termsOf(patients ?? null)),
    rules: [...new Set(rules)],
    known: rules.length === 2,
  };
}

/** Of a shipment, what would tell where or who a screener's own side is. Nothing of the other side's: by what is marked, a screener, who sees no shipment, could ask for it. */
export function knownOf({ stages }: Shipment, side: Side, people: readonly string[]): KnownHere {
  const { details, organisations } = stages.order;
  const sites = details === null ? [] : sitesOf(details.parties, side);
  const parts = partsOf[side].map((part) => organisations[part]?.name ?? '');
  const bags = stages.collection.days.flatMap((day) => day.bags.map(({ din }) => din));
  return {
    people,
    places: sites.map(({ city }) => city),
    organisations: [...sites.map(({ name }) => name), ...parts],
    ids: [details?.reference ?? '', ...(side === 'donor' ? [details?.donorGrid ?? '', ...bags] : [])],
  };
}

const partsOf = {
  donor: ['donor-registry', 'collection-centre'],
  patient: ['patient-registry', 'transplant-centre'],
} as const satisfies Record<Side, readonly NamedPart[]>;

type Parties = NonNullable<Shipment['stages']['order']['details']>['parties'];

function sitesOf(parties: Parties, side: Side) {
  return side === 'donor'
    ? [parties.donorRegistry, parties.collectionCentre]
    : [parties.patientRegistry, parties.transplantCentre];
}
