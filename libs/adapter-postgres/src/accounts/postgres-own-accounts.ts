import type pg from 'pg';
import type {
  Acting,
  AuditEvent,
  NewToken,
  OwnAccounts,
  OwnSession,
  OwnToken,
  Owner,
  SecondFactor,
  TokenOwner,
  TokenScope,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import { endWaysIn } from './ending-ways-in.js';
import * as sql from './own-account-sql.js';
import { endOtherSessions, endOwnSession, ownSessions } from './session-sql.js';

interface SessionFound {
  readonly id: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly here: boolean;
}

interface TokenFound {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}

type Told = Pick<AuditEvent, 'kind' | 'data'>;

/** What people do at their own accounts; every change with its line of the audit record. */
export class PostgresOwnAccounts implements OwnAccounts {
  constructor(private readonly pool: pg.Pool) {}

  async changePassword(owner: Owner, passwordHash: string, keep: string): Promise<readonly string[]> {
    const ended = await this.told(owner, async (client) => {
      await client.query(sql.setPassword, [owner.account, passwordHash]);
      const hashes = await endWaysIn(client, owner.account, keep);
      return [hashes, { kind: 'password-changed', data: { sessionsEnded: hashes.length } }];
    });
    return ended ?? [];
  }

  async sessions(account: string, here: string): Promise<readonly OwnSession[]> {
    const { rows } = await this.pool.query<SessionFound>(ownSessions, [account, here]);
    return rows.map((row) => ({
      id: row.id,
      since: instantOfRow(row.created_at),
      lastSeenAt: instantOfRow(row.last_seen_at),
      here: row.here,
    }));
  }

  async endSession(owner: Owner, id: string): Promise<string | null> {
    return this.told(owner, async (client) => {
      const [ended] = (await client.query<{ token_hash: string }>(endOwnSession, [owner.account, id])).rows;
      return ended === undefined ? null : [ended.token_hash, { kind: 'sessions-ended', data: { count: 1 } }];
    });
  }

  async endOtherSessions(owner: Owner, keep: string): Promise<readonly string[]> {
    const ended = await this.told(owner, async (client) => {
      const { rows } = await client.query<{ token_hash: string }>(endOtherSessions, [owner.account, keep]);
      return [rows.map((row) => row.token_hash), { kind: 'sessions-ended', data: { count: rows.length } }];
    });
    return ended ?? [];
  }

  async secondFactor(account: string): Promise<SecondFactor | null> {
    const [row] = (await this.pool.query<{ sealed: string; set: boolean; left: number }>(sql.secondFactor, [account]))
      .rows;
    return row === undefined ? null : { sealed: row.sealed, set: row.set, recoveryCodesLeft: row.left };
  }

  async beginSecondFactor(account: string, sealed: string): Promise<boolean> {
    return (await this.pool.query(sql.beginSecondFactor, [account, sealed])).rowCount === 1;
  }

  setSecondFactor(owner: Owner, step: number, recoveryHashes: readonly string[]): Promise<boolean> {
    return this.changed(owner, { kind: 'second-factor-set', data: {} }, async (client) => {
      const set = await client.query(sql.setSecondFactor, [owner.account, step]);
      if (set.rowCount !== 1) return false;
      await replaceCodes(client, owner.account, recoveryHashes);
      return true;
    });
  }

  async takeStep(account: string, step: number): Promise<boolean> {
    return (await this.pool.query(sql.takeStep, [account, step])).rowCount === 1;
  }

  takeRecoveryCode(owner: Owner, hash: string): Promise<boolean> {
    return this.changed(owner, { kind: 'recovery-code-used', data: {} }, async (client) => {
      return (await client.query(sql.takeCode, [owner.account, hash])).rowCount === 1;
    });
  }

  renewRecoveryCodes(owner: Owner, hashes: readonly string[]): Promise<boolean> {
    return this.changed(owner, { kind: 'recovery-codes-renewed', data: {} }, async (client) => {
      if ((await client.query(sql.isSet, [owner.account])).rowCount !== 1) return false;
      await replaceCodes(client, owner.account, hashes);
      return true;
    });
  }

  removeSecondFactor(owner: Owner): Promise<boolean> {
    return this.changed(owner, { kind: 'second-factor-removed', data: {} }, async (client) => {
      await client.query(sql.deleteCodes, [owner.account]);
      return (await client.query(sql.deleteSecondFactor, [owner.account])).rowCount === 1;
    });
  }

  async tokens(account: string): Promise<readonly OwnToken[]> {
    return (await this.pool.query<TokenFound>(sql.ownTokens, [account])).rows.map(tokenOf);
  }

  makeToken(owner: Owner, { name, scope, tokenHash, lastsMs }: NewToken, most: number): Promise<OwnToken | null> {
    return this.told(owner, async (client) => {
      const values = [owner.account, name, scope, tokenHash, lastsMs, most];
      const [row] = (await client.query<TokenFound>(sql.insertToken, values)).rows;
      if (row === undefined) return null;
      const token = tokenOf(row);
      return [token, { kind: 'token-made', data: { token: token.id, name, scope, until: token.expiresAt } }];
    });
  }

  async endToken(owner: Owner, id: string): Promise<boolean> {
    const ended = await this.told(owner, async (client) => {
      const [row] = (await client.query<{ name: string }>(sql.endToken, [owner.account, id])).rows;
      return row === undefined ? null : [true, { kind: 'token-ended', data: { token: id, name: row.name } }];
    });
    return ended === true;
  }

  async byToken(tokenHash: string): Promise<TokenOwner | null> {
    const found = await this.pool.query<{ account: string; name: string; acting: Acting; scope: TokenScope }>({
      name: 'token-find',
      text: sql.findToken,
      values: [tokenHash],
    });
    const [row] = found.rows;
    return row === undefined ? null : { ...row, accountName: row.name };
  }

  /** A change that is told of when it was one. */
  private async changed(owner: Owner, told: Told, work: (client: pg.PoolClient) => Promise<boolean>): Promise<boolean> {
    return (await this.told(owner, async (client) => ((await work(client)) ? [true, told] : null))) === true;
  }

  /**
   * Work that answers what came of it and what the audit record says of it; null: nothing was changed, and nothing is kept. The account's row is locked first: see
   * ending-ways-in.ts; and of two at once the second sees what the first did. At an account that has ended nothing is done.
   */
  private told<Value>(
    { account, by }: Owner,
    work: (client: pg.PoolClient) => Promise<readonly [Value, Told] | null>,
  ): Promise<Value | null> {
    return transaction(this.pool, async (client) => {
      const stands = (await client.query(sql.lockAccount, [account])).rowCount === 1;
      const done = stands ? await work(client) : null;
      if (done === null) return { keep: false, value: null };
      await appendAudit(client, { ...done[1], by, about: account });
      return { keep: true, value: done[0] };
    });
  }
}

async function replaceCodes(client: pg.PoolClient, account: string, hashes: readonly string[]): Promise<void> {
  await client.query(sql.deleteCodes, [account]);
  await client.query(sql.insertCodes, [account, hashes]);
}

function tokenOf(row: TokenFound): OwnToken {
  return {
    ...{ id: row.id, name: row.name, scope: row.scope },
    madeAt: instantOfRow(row.created_at),
    expiresAt: instantOfRow(row.expires_at),
    lastUsedAt: instantOrNull(row.last_used_at),
  };
}
