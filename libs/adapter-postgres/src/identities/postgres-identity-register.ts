import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import {
  canonicalText,
  IdentitiesClosed,
  namesOfFields,
  type Asking,
  type AuditEvent,
  type ErasureReason,
  type IdentityFields,
  type IdentityRegister,
  type IdentityStanding,
  type IdentityVault,
  type KeptIdentity,
  type Reach,
  type Whose,
  type WrappedKey,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { forOneAsking } from './for-one-asking.js';
import { eraseLetters } from '../letters/erase-letters.js';
import { eraseWords } from '../words/postgres-words.js';
import * as sql from './identity-sql.js';
import { keyOf, openedIdentity, type Kept } from './kept-identity.js';

/** One person's row, as long as it is held. */
interface Held extends Kept {
  readonly holder: string;
}

/** Identities in their own tables, behind row-level security. What cannot be read because a key is missing is an error, and leaves no line. */
export class PostgresIdentityRegister implements IdentityRegister {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: IdentityVault,
  ) {}

  reach(asking: Asking, shipment: ShipmentId): Promise<Reach> {
    return forOneAsking(this.pool, asking, async (client) => {
      const values = [shipment, asking.side, asking.organisation];
      const [row] = (await client.query<{ stands: boolean; held: string[] }>(sql.reach, values)).rows;
      return row?.stands === true ? 'everybody' : (row?.held ?? []);
    });
  }

  standing(asking: Asking, shipment: ShipmentId): Promise<readonly IdentityStanding[]> {
    return forOneAsking(this.pool, asking, async (client) => {
      return (await client.query<IdentityStanding>(sql.standing, [shipment, asking.side, asking.organisation])).rows;
    });
  }

  read(asking: Asking, whose: Whose): Promise<KeptIdentity | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row === undefined) return null;
      const fields = await openedIdentity(this.vault, row, whose);
      if (fields === null) return { revision: row.revision, fields };
      await client.query(sql.looked, [row.id, asking.person, asking.organisationName]);
      await noted(client, asking, { whose, kind: 'identity-read', data: { fields: namesOfFields(fields) } });
      return { revision: row.revision, fields };
    });
  }

  write(
    asking: Asking,
    whose: Whose,
    { fields, revision }: { fields: IdentityFields; revision: number },
  ): Promise<number | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const row = await heldRow(client, whose);
      if (revisionOf(row) !== revision) return null;
      refuseKeyless(row);
      await client.query(sql.keysInUse);
      const key = keyOf(row) ?? (await this.vault.newKey(whose));
      const sealed = await this.vault.seal(key, whose, { revision: revision + 1, text: canonicalText(fields) });
      const by = [asking.organisation, key.id, sealed, asking.person, asking.organisationName];
      const { rows, rowCount } =
        row === undefined
          ? await client.query<Passed>(sql.recorded, [...valuesOf(whose), ...by])
          : await client.query<Passed>(sql.changed, changing(row, asking, { key, sealed }));
      if (rowCount !== 1) return null;
      if (key.id !== row?.key)
        await client.query(sql.keyRecorded, [key.id, ...valuesOf(whose), key.wrappedBy, key.wrapped]);
      const data = { fields: namesOfFields(fields), revision: revision + 1, ...passedFrom(row, rows) };
      await noted(client, asking, { whose, kind: revision === 0 ? 'identity-recorded' : 'identity-changed', data });
      return revision + 1;
    });
  }

  askErasure(
    asking: Asking,
    whose: Whose,
    { reason, revision }: { reason: ErasureReason; revision: number },
  ): Promise<number | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row?.revision !== revision || row.key === null) return null;
      refuseKeyless(row);
      const values = [row.id, asking.person, asking.organisationName, asking.account, reason];
      if ((await client.query(sql.erasureAsked, values)).rowCount !== 1) return null;
      await noted(client, asking, { whose, kind: 'identity-erasure-asked', data: { reason, revision } });
      return revision;
    });
  }

  erase(
    asking: Asking,
    whose: Whose,
    { reason, revision }: { reason: string; revision: number },
  ): Promise<number | null> {
    return forOneAsking(this.pool, asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row?.revision !== revision || row.key === null) return null;
      refuseKeyless(row);
      // The key first: whether it may be deleted is asked of the row that names it.
      const { rowCount } = await client.query(sql.keyDeleted, [row.key]);
      if (rowCount !== 1) throw new Error('the wall kept the key of an identity whose row it showed');
      const { rows } = await client.query<Passed>(sql.erased, [row.id, asking.person, asking.organisationName]);
      const letters = await eraseLetters(client, whose);
      const words = await eraseWords(client, whose);
      const data = { reason, revision: revision + 1, ...erasedWith({ letters, words }), ...passedFrom(row, rows) };
      await noted(client, asking, { whose, kind: 'identity-erased', data });
      return revision + 1;
    });
  }
}

async function heldRow(client: pg.PoolClient, whose: Whose): Promise<Held | undefined> {
  return (await client.query<Held>(sql.held, valuesOf(whose))).rows[0];
}

function valuesOf({ shipment, side, subject }: Whose): string[] {
  return [shipment, side, subject];
}

/** Who holds a record once it is written. */
type Passed = Pick<Held, 'holder'>;

function changing(
  row: Held,
  { organisation, person, organisationName }: Asking,
  { key, sealed }: { readonly key: WrappedKey; readonly sealed: Uint8Array },
): unknown[] {
  return [row.id, key.id, sealed, organisation, person, organisationName];
}

/** Of a record that has passed to whoever wrote it: from whom. */
function passedFrom(before: Held | undefined, [after]: readonly Passed[]): { readonly heldBefore?: string } {
  return before === undefined || after === undefined || before.holder === after.holder
    ? {}
    : { heldBefore: before.holder };
}

/** What went with somebody, where there was any. */
function erasedWith(counts: { readonly letters: number; readonly words: number }): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** What is sealed under a key that is not there comes back with it. Written over, or erased before anybody could look, it would not. */
function refuseKeyless(row: Kept | undefined): void {
  if (row?.key != null && keyOf(row) === undefined) throw new IdentitiesClosed('keys-missing');
}

function revisionOf(row: Kept | undefined): number {
  return row?.revision ?? 0;
}

interface Noted {
  readonly whose: Whose;
  readonly kind: string;
  readonly data: AuditEvent['data'];
}

/** Last within its transaction: others who would write a line wait for its end. */
function noted(client: pg.PoolClient, asking: Asking, { whose, kind, data }: Noted): Promise<void> {
  const by = { account: asking.account, organisation: asking.organisation };
  const { shipment: about, side, subject } = whose;
  return appendAudit(client, { kind, by, about, data: { side, subject, ...data } });
}
