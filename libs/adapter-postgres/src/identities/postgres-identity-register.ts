import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import {
  canonicalText,
  IdentitiesClosed,
  identityRecord,
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
import { transaction } from '../pool.js';
import { eraseLetters } from '../letters/erase-letters.js';
import * as sql from './identity-sql.js';

/** One person's row, as long as it is held. */
interface Held {
  readonly id: string;
  readonly revision: number;
  readonly sealed: Buffer | null;
  readonly key: string | null;
  readonly wrappedBy: string | null;
  readonly wrapped: Buffer | null;
}

/** Identities in their own tables, behind row-level security. What cannot be read because a key is missing is an error, and leaves no line. */
export class PostgresIdentityRegister implements IdentityRegister {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: IdentityVault,
  ) {}

  reach(asking: Asking, shipment: ShipmentId): Promise<Reach> {
    return this.behind(asking, async (client) => {
      const values = [shipment, asking.side, asking.organisation];
      const [row] = (await client.query<{ stands: boolean; held: string[] }>(sql.reach, values)).rows;
      return row?.stands === true ? 'everybody' : (row?.held ?? []);
    });
  }

  standing(asking: Asking, shipment: ShipmentId): Promise<readonly IdentityStanding[]> {
    return this.behind(asking, async (client) => {
      return (await client.query<IdentityStanding>(sql.standing, [shipment, asking.side])).rows;
    });
  }

  read(asking: Asking, whose: Whose): Promise<KeptIdentity | null> {
    return this.behind(asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row === undefined) return null;
      const fields = await this.opened(row, whose);
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
    return this.behind(asking, async (client) => {
      const row = await heldRow(client, whose);
      if (revisionOf(row) !== revision) return null;
      refuseKeyless(row);
      await client.query(sql.keysInUse);
      const key = keyOf(row) ?? (await this.vault.newKey(whose));
      const sealed = await this.vault.seal(key, whose, { revision: revision + 1, text: canonicalText(fields) });
      const first = [...valuesOf(whose), asking.organisation, key.id, sealed];
      const { rowCount } =
        row === undefined
          ? await client.query(sql.recorded, first)
          : await client.query(sql.changed, [row.id, key.id, sealed]);
      if (rowCount !== 1) return null;
      if (key.id !== row?.key)
        await client.query(sql.keyRecorded, [key.id, ...valuesOf(whose), key.wrappedBy, key.wrapped]);
      const data = { fields: namesOfFields(fields), revision: revision + 1 };
      await noted(client, asking, { whose, kind: revision === 0 ? 'identity-recorded' : 'identity-changed', data });
      return revision + 1;
    });
  }

  askErasure(
    asking: Asking,
    whose: Whose,
    { reason, revision }: { reason: ErasureReason; revision: number },
  ): Promise<number | null> {
    return this.behind(asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row?.revision !== revision || row.key === null) return null;
      refuseKeyless(row);
      await client.query(sql.erasureAsked, [row.id, asking.person, asking.organisationName, asking.account, reason]);
      await noted(client, asking, { whose, kind: 'identity-erasure-asked', data: { reason, revision } });
      return revision;
    });
  }

  erase(
    asking: Asking,
    whose: Whose,
    { reason, revision }: { reason: string; revision: number },
  ): Promise<number | null> {
    return this.behind(asking, async (client) => {
      const row = await heldRow(client, whose);
      if (row?.revision !== revision || row.key === null) return null;
      refuseKeyless(row);
      // The key first: whether it may be deleted is asked of the row that names it.
      const { rowCount } = await client.query(sql.keyDeleted, [row.key]);
      if (rowCount !== 1) throw new Error('the wall kept the key of an identity whose row it showed');
      await client.query(sql.erased, [row.id]);
      await eraseLetters(client, whose);
      await noted(client, asking, { whose, kind: 'identity-erased', data: { reason, revision: revision + 1 } });
      return revision + 1;
    });
  }

  /** In a transaction of that side and organisation. Where the role passes row security by, nothing is asked at all. */
  private behind<T>(asking: Asking, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return transaction(this.pool, async (client) => {
      const values = [asking.side, asking.organisation];
      const [row] = (await client.query<{ walled: boolean }>(sql.behindTheWall, values)).rows;
      if (row?.walled !== true) throw new IdentitiesClosed('row-security-bypassed');
      return { keep: true, value: await work(client) };
    });
  }

  private async opened(row: Held, whose: Whose): Promise<IdentityFields | null> {
    if (row.sealed === null) return null;
    const key = keyOf(row);
    if (key === undefined) throw new IdentitiesClosed('keys-missing');
    const text = await this.vault.open(key, whose, { revision: row.revision, sealed: row.sealed });
    return identityRecord.parse(JSON.parse(text));
  }
}

async function heldRow(client: pg.PoolClient, whose: Whose): Promise<Held | undefined> {
  return (await client.query<Held>(sql.held, valuesOf(whose))).rows[0];
}

function valuesOf({ shipment, side, subject }: Whose): string[] {
  return [shipment, side, subject];
}

/** What is sealed under a key that is not there comes back with it. Written over, or erased before anybody could look, it would not. */
function refuseKeyless(row: Held | undefined): void {
  if (row?.key != null && keyOf(row) === undefined) throw new IdentitiesClosed('keys-missing');
}

function revisionOf(row: Held | undefined): number {
  return row?.revision ?? 0;
}

function keyOf(row: Held | undefined): WrappedKey | undefined {
  if (row === undefined) return undefined;
  const { key, wrappedBy, wrapped } = row;
  return key === null || wrappedBy === null || wrapped === null ? undefined : { id: key, wrappedBy, wrapped };
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
