import type pg from 'pg';
import {
  IdentitiesClosed,
  type FoundLetter,
  type IdentityVault,
  type LetterText,
  type ReceivedLetter,
  type WrappedKey,
  type WrittenLetter,
} from '@cellrelay/use-cases';
import { openedAt, type Place } from './letter-sealing.js';
import * as sql from './letter-sql.js';

export type WrittenRow = WrittenLetter & { readonly received: string | null; readonly registry: boolean };
export type ReceivedRow = ReceivedLetter & { readonly registry: boolean; readonly at: string };

/** Words as their row has them, with the key if it is there. */
export interface TextRow extends Omit<LetterText, 'text'> {
  readonly sealed: Buffer | null;
  readonly key: string | null;
  readonly wrappedBy: string | null;
  readonly wrapped: Buffer | null;
}

export function foundWritten({ received: _received, registry, ...letter }: WrittenRow): FoundLetter {
  return { as: 'written', letter, registry };
}

export function foundReceived({ at: _at, registry, ...letter }: ReceivedRow): FoundLetter {
  return { as: 'received', letter, registry };
}

/** The key of a row's words. Throws where there are words and their key is not in the database: it comes back from its own backup. */
export function keyOfText({ key, wrappedBy, wrapped }: Omit<TextRow, 'by'>): WrappedKey | undefined {
  if (key === null) return undefined;
  if (wrappedBy === null || wrapped === null) throw new IdentitiesClosed('keys-missing');
  return { id: key, wrappedBy, wrapped };
}

/** Where the words of a letter that was found lie, but for the version. */
export function placeOf({ as, letter }: FoundLetter): Omit<Place, 'version'> {
  const { id, shipment, side } = letter;
  return { shipment, side, subject: as === 'written' ? `letter/${id}` : `received/${id}` };
}

/** The rows of a letter's words, the newest first. */
export async function textRows(client: pg.ClientBase, { as, letter }: FoundLetter): Promise<readonly TextRow[]> {
  const text = as === 'written' ? sql.texts : sql.receivedText;
  return (await client.query<TextRow>(text, [letter.id, letter.side])).rows;
}

/** What such a row says; null once it is erased. */
export async function wordsOf(
  vault: IdentityVault,
  row: TextRow,
  place: Omit<Place, 'version'>,
): Promise<string | null> {
  const key = keyOfText(row);
  if (key === undefined || row.sealed === null) return null;
  return (await openedAt(vault, { ...place, version: row.version }, { key, sealed: row.sealed })).text;
}
