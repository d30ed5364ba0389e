import type pg from 'pg';
import type { Asking, IdentityVault, LetterMoved, Side, WrittenLetter } from '@cellrelay/use-cases';
import { keyOfText, placeOf, textRows, wordsOf, type TextRow, type WrittenRow } from './letter-rows.js';
import { sealedAt, type Place, type Sealed } from './letter-sealing.js';
import * as sql from './letter-sql.js';

/** What words are sealed with. */
export interface Sealing {
  readonly vault: IdentityVault;
  /** A new one for every text. */
  readonly newSalt: () => string;
}

/** What the audit record is told of a move, besides whose it is. */
export type Told = Readonly<Record<string, string | number | null>>;

type Letter = Pick<WrittenLetter, 'id' | 'shipment' | 'side'>;

/** Keeps words as the letter's next version; the first of a letter makes its key. Answers what the record keeps of them. */
export async function keepWords(
  client: pg.ClientBase,
  { vault, newSalt }: Sealing,
  letter: Letter,
  said: {
    readonly kind: 'text' | 'note';
    readonly text: string;
    readonly person: string;
    readonly before: readonly TextRow[];
  },
): Promise<Told> {
  const version = (said.before[0]?.version ?? 0) + 1;
  const place: Place = { shipment: letter.shipment, side: letter.side, subject: `letter/${letter.id}`, version };
  const known = said.before.map(keyOfText).find((key) => key !== undefined);
  const sealed = await sealedAt(vault, place, { salt: newSalt(), text: said.text }, known);
  const { id, shipment, side } = letter;
  await client.query(sql.insertText, [
    id,
    version,
    shipment,
    side,
    said.kind,
    said.person,
    sealed.key.id,
    sealed.bytes,
  ]);
  if (known === undefined) await keepKey(client, sealed, place);
  return { version, commitment: sealed.commitment };
}

/** A letter's move, on its locked row: what is said with it is kept, and what goes over is sealed anew. Null where the other side's screener was quicker. */
export async function moveLetter(
  client: pg.ClientBase,
  sealing: Sealing,
  { asking, row, moved }: { readonly asking: Asking; readonly row: WrittenRow; readonly moved: LetterMoved },
): Promise<Told | null> {
  if (row.state === 'across' && (await client.query(sql.takenBack, [row.received])).rowCount !== 1) return null;
  const before = await textRows(client, { as: 'written', letter: row, registry: row.registry });
  const said =
    moved.says === null ? {} : await keepWords(client, sealing, row, { ...moved.says, person: asking.person, before });
  const values = [row.id, row.side, moved.to, row.revision + 1, moved.returnedFor];
  const moving = moved.goesOver ? sql.passedOn : sql.moved;
  const [passed] = (await client.query<{ received: string }>(moving, values)).rows;
  const over = passed === undefined ? {} : await passOn(client, sealing, { row, before, ...passed });
  return { ...said, ...over, reason: moved.returnedFor };
}

interface PassedOn {
  readonly row: WrittenRow;
  readonly before: readonly TextRow[];
  readonly received: string;
}

/** The newest version as the other side gets it: under a key of its own, with another salt, and nothing else of the letter. */
async function passOn(
  client: pg.ClientBase,
  { vault, newSalt }: Sealing,
  { row, before, received }: PassedOn,
): Promise<Told> {
  const newest = before.find(({ kind }) => kind === 'text');
  const text =
    newest === undefined ? null : await wordsOf(vault, newest, placeOf({ as: 'written', letter: row, registry: true }));
  if (text === null) throw new Error('a letter without words was to be passed on');
  const place: Place = {
    shipment: row.shipment,
    side: otherSide(row.side),
    subject: `received/${received}`,
    version: 1,
  };
  const sealed = await sealedAt(vault, place, { salt: newSalt(), text });
  await client.query(sql.insertReceived, [received, place.shipment, place.side, sealed.key.id, sealed.bytes]);
  await keepKey(client, sealed, place);
  return { received, commitmentReceived: sealed.commitment };
}

function keepKey(client: pg.ClientBase, { key }: Sealed, { shipment, side, subject }: Place): Promise<unknown> {
  return client.query(sql.insertKey, [key.id, shipment, side, subject, key.wrappedBy, key.wrapped]);
}

function otherSide(side: Side): Side {
  return side === 'donor' ? 'patient' : 'donor';
}
