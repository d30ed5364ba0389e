import { err, ok, type Instant, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import { subjectsOn, type Asker } from '../identity/identities.js';
import { noSuchShipment, type Refusals } from '../identity/identity-refusals.js';
import type { Asking } from '../identity/identity-register.port.js';
import type { Side } from '../identity/identity-vault.port.js';
import type { ShipmentStore } from '../ports.js';
import { returnReasons, type LetterMove } from './letter-moves.js';
import {
  noSuchLetter,
  notASubject,
  notNow,
  notThisMove,
  sayWhat,
  staleLetter,
  timingSentence,
  tooMany,
  type PairRule,
} from './letter-refusals.js';
import type { FoundLetter, LetterMoved, LetterRegister, LetterText, WrittenLetter } from './letter-register.port.js';
import { knownOf, mayRead, movesFor, pairRuleOf, registriesOf, viewOf, writesLetters } from './letter-standing.js';
import { termsOfDonorsSide } from './letter-rule.js';
import { letterTiming, type Timing } from './letter-timing.js';
import { readLetter, type LetterMoveBody, type LettersView, type LetterView } from './letter-views.js';
import { marksIn } from './marking.js';

type Answer<T> = Promise<Result<T, Refusals>>;
type Moved = { readonly id: string; readonly revision: number };

/** What may go between the sides of a shipment now, and how that is said to one of them. */
interface Post {
  readonly shipment: Shipment;
  readonly pair: PairRule;
  readonly timing: Timing;
  readonly says: string;
}

/**
 * Letters between a donor and a recipient who do not know of each other (standards.md section 7, "Anonymity"). A letter that is not theirs to see is answered as one that does not
 * exist; of the other side's nobody is told before it is released.
 */
export class Letters {
  constructor(
    private readonly register: LetterRegister,
    private readonly shipments: Pick<ShipmentStore, 'load'>,
    private readonly now: () => Promise<Instant>,
  ) {}

  /** A shipment's letters as the asker's side is told of them; of the operator's, that there are some. */
  async ofShipment(asker: Asker, id: ShipmentId): Answer<LettersView> {
    const asking = askingOf(asker);
    const [shipment, sides] = await Promise.all([this.shipments.load(id), this.register.sidesOf(asking, id)]);
    if (asker.acting.organisation.kind === 'operator') {
      if (shipment === null) return err([noSuchShipment]);
      const letters = await this.register.waiting(asking, id);
      return ok({ sides: [], written: letters.map((letter) => writtenOf(asker, letter)), received: [] });
    }
    if (shipment === null || sides.length === 0 || !writesLetters(asker)) return err([noSuchShipment]);
    const told = await Promise.all(sides.map((side) => this.onSide(asker, shipment, { id, side })));
    return ok({
      sides: told.map(({ side }) => side),
      written: told.flatMap(({ written }) => written),
      received: told.flatMap(({ received }) => received),
    });
  }

  private async onSide(asker: Asker, shipment: Shipment, { id, side }: { id: ShipmentId; side: Side }) {
    const asking = { ...askingOf(asker), side };
    const [written, received, post] = await Promise.all([
      this.register.written(asking, id),
      this.register.received(asking, id),
      this.postOf(shipment, side),
    ]);
    return {
      side: { side, subjects: [...subjectsOn(shipment, side)], says: post.says, mayWrite: post.timing.may !== 'never' },
      written: written.map((letter) => writtenOf(asker, letter)),
      received: received.map((letter) => viewOf(asker, { as: 'received', letter, registry: false }).received!),
    };
  }

  /** Keeps a new draft. What is wrong with it only those are told who stand there. */
  async write(asker: Asker, id: ShipmentId, body: unknown): Answer<Moved> {
    const asking = askingOf(asker);
    const [shipment, sides] = await Promise.all([this.shipments.load(id), this.register.sidesOf(asking, id)]);
    if (shipment === null || sides.length === 0 || !writesLetters(asker)) return err([noSuchShipment]);
    const read = readLetter(body);
    if (!read.ok) return err(read.error);
    const said = read.value;
    const side = sides.find((each) => subjectsOn(shipment, each).includes(said.subject));
    if (side === undefined) return err([notASubject(sides.flatMap((each) => subjectsOn(shipment, each)))]);
    const { timing, says } = await this.postOf(shipment, side);
    const refusal = timing.may === 'never' ? notNow(timing, says) : undefined;
    if (refusal !== undefined) return err([refusal]);
    const made = await this.register.write({ ...asking, side }, { shipment: id, ...said });
    return made === null ? err([tooMany]) : ok(made);
  }

  /** What waits for a screener, the longest first. */
  async toScreen(asker: Asker, limit: number) {
    const { items, total } = await this.register.toScreen(askingOf(asker), limit);
    return { items: items.map((found) => viewOf(asker, found)), total };
  }

  /** One letter with its words; to its screeners with what they may tell marked. */
  async read(asker: Asker, id: string): Answer<LetterView> {
    const found = await this.register.find(askingOf(asker), id);
    const shipment = found === null ? null : await this.shipments.load(found.letter.shipment);
    if (found === null || shipment === null || !mayRead(asker, found)) return err([noSuchLetter]);
    const asking = { ...askingOf(asker), side: found.letter.side };
    const versions = await this.register.open(asking, found);
    const marks = asker.acting.role === 'screener' ? await this.marks(asking, shipment, { found, versions }) : [];
    if (found.as === 'received' && writesLetters(asker) && versions[0]?.text != null)
      await this.register.noteRead(asking, found.letter);
    const { says, timing } = await this.postOf(shipment, found.letter.side);
    return ok({ ...viewOf(asker, found), versions: [...versions], marks, says, mayGo: timing.may === 'now' });
  }

  private async marks(
    asking: Asking,
    shipment: Shipment,
    { found, versions }: { readonly found: FoundLetter; readonly versions: readonly LetterText[] },
  ): Promise<LetterView['marks']> {
    const names = await this.register.namesOf(asking, found.letter.shipment);
    const newest = versions.find(({ kind }) => kind === 'text')?.text ?? '';
    return marksIn(newest, knownOf(shipment, asking.side, names)).map((mark) => ({ ...mark, kinds: [...mark.kinds] }));
  }

  /** Does something with a letter, on the revision that was read. */
  async move(
    asker: Asker,
    id: string,
    said: { readonly body: LetterMoveBody; readonly revision: number },
  ): Answer<Moved> {
    const found = await this.register.find(askingOf(asker), id);
    const shipment = found === null ? null : await this.shipments.load(found.letter.shipment);
    if (found === null || shipment === null || !mayMove(asker, found)) return err([noSuchLetter]);
    if (found.letter.revision !== said.revision) return err([staleLetter(found.letter.revision)]);
    const moves = movesFor(asker, found);
    const move = moves.find((each) => each.move === said.body.move);
    if (move === undefined)
      return err([
        notThisMove(
          stateOf(found),
          moves.map((each) => each.move),
        ),
      ]);
    const refusal = unsaid(move, said.body) ?? (await this.heldBack(move, shipment, found.letter.side));
    if (refusal !== undefined) return err([refusal]);
    const revision = await this.moved(asker, { found, move, body: said.body });
    return revision === null ? err([staleLetter(said.revision + 1)]) : ok({ id, revision });
  }

  /** Nothing is handed in that can never go, and nothing goes before its day, by the database's clock. */
  private async heldBack({ move }: LetterMove, shipment: Shipment, side: Side) {
    if (move !== 'release' && move !== 'hand-in') return undefined;
    const { timing, says } = await this.postOf(shipment, side);
    return move === 'hand-in' && timing.may === 'later' ? undefined : notNow(timing, says);
  }

  private moved(asker: Asker, { found, move, body }: Moving): Promise<number | null> {
    const asking = { ...askingOf(asker), side: found.letter.side };
    const returnedFor = move.says === 'reason' ? (body.reason ?? null) : null;
    if (found.as === 'received')
      return this.register.settle(asking, found.letter, {
        to: move.to === 'released' ? 'released' : 'sent-back',
        returnedFor,
      });
    return this.register.move(asking, found.letter, movedTo(move, body));
  }

  private async postOf(shipment: Shipment, side: Side): Promise<Post> {
    const registries = registriesOf(shipment).filter((id) => id !== undefined);
    const [chosen, now] = await Promise.all([this.register.rulesOf(registries), this.now()]);
    const whole = pairRuleOf(shipment, chosen);
    const pair = side === 'donor' ? { ...whole, terms: termsOfDonorsSide(whole.terms) } : whole;
    const timing = letterTiming(pair.terms, shipment, now);
    return { shipment, pair, timing, says: timingSentence(timing, pair) };
  }
}

interface Moving {
  readonly found: FoundLetter;
  readonly move: LetterMove;
  readonly body: LetterMoveBody;
}

function movedTo({ move, to, says }: LetterMove, body: LetterMoveBody): LetterMoved {
  const returnedFor = says === 'reason' ? (body.reason ?? null) : null;
  return { to, says: saidWith(says, body), returnedFor, goesOver: move === 'release' };
}

function saidWith(says: LetterMove['says'], { text, note }: LetterMoveBody): LetterMoved['says'] {
  if (says === 'text') return { kind: 'text', text: text ?? '' };
  return says === 'reason' && note !== undefined ? { kind: 'note', text: note } : null;
}

function unsaid({ says }: LetterMove, { text, reason }: LetterMoveBody) {
  if (says === 'text' && text === undefined) return sayWhat('text');
  return says === 'reason' && reason === undefined ? sayWhat('reason', returnReasons) : undefined;
}

/** Whoever may read it is told why a move is none; the operator and everybody else, that there is no such letter. */
function mayMove(asker: Asker, found: FoundLetter): boolean {
  return mayRead(asker, found) || movesFor(asker, found).length > 0;
}

function stateOf(found: FoundLetter): WrittenLetter['state'] {
  if (found.as === 'written') return found.letter.state;
  return found.letter.state === 'across' ? 'across' : 'released';
}

function writtenOf(asker: Asker, letter: WrittenLetter) {
  return viewOf(asker, { as: 'written', letter, registry: false }).written!;
}

function askingOf({ account, acting }: Asker): Omit<Asking, 'side'> {
  const { id: organisation, name: organisationName } = acting.organisation;
  return { account, person: acting.person, organisation, organisationName };
}
