import type pg from 'pg';
import type { Scan } from '@cellrelay/shipment';
import {
  IdentitiesClosed,
  WordsKeyGone,
  type AuditEvent,
  type CommandKey,
  type ScanAsking,
  type ScanMoves,
  type ScanStore,
  type ScanVault,
  type SealedScan,
  type WordsAuthor,
  type WordsVault,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { turnedTo } from '../identities/for-one-asking.js';
import { transaction } from '../pool.js';
import { keyForWords } from '../words/words-key.js';
import * as sql from './scan-sql.js';

interface ScanRead {
  readonly sealed: Buffer;
  readonly key: string;
  readonly wrappedBy: string | null;
  readonly wrapped: Buffer | null;
}

/** Scans of papers as ciphertext, in a table of their own; their keys stand behind the wall, with those of the operator's words. */
export class PostgresScans implements ScanStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: WordsVault & ScanVault,
  ) {}

  async seal(
    asking: ScanAsking,
    of: { readonly sha256: string; readonly bytes: Uint8Array },
  ): Promise<SealedScan | null> {
    const author = authorOf(asking);
    const key = await this.behind(author, (client) => keyForWords(client, this.vault, author));
    return key && { author, key: key.id, sealed: await this.vault.sealBytes(key, author, of) };
  }

  /** One transaction: what cannot be opened leaves no line, and nobody is told what left none. */
  read(asking: ScanAsking, { id, sha256 }: Pick<Scan, 'id' | 'sha256'>): Promise<Uint8Array | null> {
    const author = authorOf(asking);
    return this.behind(author, async (client) => {
      const [row] = (await client.query<ScanRead>(sql.read, [asking.shipment, id])).rows;
      if (row === undefined) return null;
      const { key, wrappedBy, wrapped, sealed } = row;
      if (wrappedBy === null || wrapped === null) throw new IdentitiesClosed('keys-missing');
      const bytes = await this.vault.openBytes({ id: key, wrappedBy, wrapped }, author, { sha256, sealed });
      if (bytes !== null) await appendAudit(client, lineOf('scan-read', asking, id));
      return bytes;
    });
  }

  private behind<T>({ side, organisation }: WordsAuthor, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return transaction(this.pool, async (client) => {
      await turnedTo(client, { side, organisation });
      return { keep: true, value: await work(client) };
    });
  }
}

/**
 * Keeps or deletes the bytes of scans within the transaction of the command that tells of them, which has the shipment's lock. Last in it: it writes to the audit record.
 *
 * @throws WordsKeyGone where the key went since they were sealed
 */
export async function moveScans(
  client: pg.ClientBase,
  { shipment, scan }: CommandKey,
  moves: ScanMoves,
): Promise<void> {
  const { kept, withdrawn, by } = moves;
  if (kept !== null) await keepScan(client, kept, scan);
  if (withdrawn.length > 0) await client.query(sql.withdrawn, [shipment, withdrawn]);
  for (const id of kept === null ? [] : [kept])
    await appendAudit(client, { ...scanLine('scan-kept', id), about: shipment, by });
  for (const id of withdrawn) await appendAudit(client, { ...scanLine('scan-withdrawn', id), about: shipment, by });
}

async function keepScan(client: pg.ClientBase, id: string, scan: SealedScan | undefined): Promise<void> {
  if (scan === undefined) throw new Error('a scan is kept with its bytes');
  const { author, key, sealed } = scan;
  await turnedTo(client, author);
  if ((await client.query(sql.kept, [key, author.shipment, id, sealed])).rowCount !== 1) throw new WordsKeyGone();
}

function authorOf({ shipment, organisation }: ScanAsking): WordsAuthor {
  return { shipment, side: 'operator', organisation };
}

function lineOf(kind: string, { account, organisation, shipment: about }: ScanAsking, id: string): AuditEvent {
  return { ...scanLine(kind, id), by: { account, organisation }, about };
}

function scanLine(kind: string, scan: string): Pick<AuditEvent, 'kind' | 'data'> {
  return { kind, data: { scan } };
}
