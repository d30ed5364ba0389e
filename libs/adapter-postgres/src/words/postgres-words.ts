import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { WordsSide } from '@cellrelay/shipment';
import {
  WordsKeyGone,
  type SealedWords,
  type WordsAuthor,
  type WordsKeeper,
  type WordsReader,
  type WordsVault,
  type WrappedKey,
} from '@cellrelay/use-cases';
import { grouped } from '../grouped.js';
import { turnedTo } from '../identities/for-one-asking.js';
import { transaction } from '../pool.js';
import { keyForWords } from './words-key.js';
import * as sql from './words-sql.js';

interface WordsRead {
  readonly shipment: ShipmentId;
  readonly commitment: string;
  readonly side: WordsSide;
  readonly sealed: Buffer | null;
  readonly key: string | null;
  readonly wrappedBy: string | null;
  readonly wrapped: Buffer | null;
}

type Word = { readonly text: string } | 'erased' | 'key-missing';

/** What people wrote, in a table of its own behind row-level security. */
export class PostgresWords implements WordsKeeper, WordsReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: WordsVault,
  ) {}

  async seal(author: WordsAuthor, texts: readonly string[]): Promise<SealedWords | null> {
    const key = await this.behind(author, (client) => keyForWords(client, this.vault, author));
    return key && { author, key: key.id, texts: await this.vault.seal(key, author, texts) };
  }

  async read(organisation: string, commitments: readonly string[]): Promise<ReadonlyMap<string, Word>> {
    const rows = await this.behind({ side: '', organisation }, async (client) => {
      return (await client.query<WordsRead>(sql.read, [commitments, organisation])).rows;
    });
    const byKey = [...grouped(rows, (row) => row.key).values()];
    return new Map((await Promise.all(byKey.map((sealed) => this.opened(sealed)))).flat());
  }

  /** What one key sealed. A list is told without the words that cannot be opened, rather than not at all: somebody's cells are on their way. */
  private async opened(rows: readonly WordsRead[]): Promise<readonly (readonly [string, Word])[]> {
    const key = keyIn(rows[0]);
    if (typeof key === 'string') return rows.map(({ commitment }) => [commitment, key]);
    const kept = rows.map(({ commitment, sealed }) => ({ commitment, sealed: sealed ?? Buffer.alloc(0) }));
    const texts = await this.vault.open(key, rows[0] as WordsRead, kept).catch(() => []);
    return rows.map(({ commitment }, index) => [commitment, texts[index] ?? 'key-missing']);
  }

  private behind<T>(
    { side, organisation }: { readonly side: string; readonly organisation: string },
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    return transaction(this.pool, async (client) => {
      await turnedTo(client, { side, organisation });
      return { keep: true, value: await work(client) };
    });
  }
}

function keyIn(row: WordsRead | undefined): WrappedKey | 'erased' | 'key-missing' {
  if (row === undefined || row.key === null) return 'erased';
  const { key: id, wrappedBy, wrapped } = row;
  return wrappedBy === null || wrapped === null ? 'key-missing' : { id, wrappedBy, wrapped };
}

/**
 * Keeps a command's words within its transaction, which has the shipment's lock.
 *
 * @throws WordsKeyGone
 */
export async function keepWords(client: pg.ClientBase, { author, key, texts }: SealedWords): Promise<void> {
  const { shipment, side, organisation } = author;
  await turnedTo(client, { side, organisation });
  const [commitments, sealed] = [texts.map((text) => text.commitment), texts.map((text) => text.sealed)];
  const values = [key, shipment, side, organisation, commitments, sealed];
  const { rows } = await client.query<{ keys: number }>(sql.kept, values);
  if (rows[0]?.keys !== 1) throw new WordsKeyGone();
}

/** Erases what was written for a side of which nobody is recorded any more: the key goes, and so does what it sealed. Answers how much that was. */
export async function eraseWords(
  client: pg.ClientBase,
  { shipment, side }: { readonly shipment: ShipmentId; readonly side: WordsSide },
): Promise<number> {
  await client.query(sql.shipmentLocked, [shipment]);
  const { rows } = await client.query<{ nobody: boolean }>(sql.nobodyLeft, [shipment, side]);
  if (rows[0]?.nobody !== true) return 0;
  const { rowCount } = await client.query(sql.erased, [shipment, side]);
  await client.query(sql.keyErased, [shipment, side]);
  return rowCount ?? 0;
}
