import type pg from 'pg';
import type {
  AuditAuthor,
  Colleague,
  KeptRoster,
  OnCallStore,
  PersonTold,
  Roster,
  TellingWish,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { transaction } from '../pool.js';
import * as sql from './on-call-sql.js';

interface RosterFound {
  readonly roster: Roster;
  readonly revision: number;
}

/** Who is on call, in tables: never in a log, for people change and have addresses. */
export class PostgresOnCallStore implements OnCallStore {
  constructor(private readonly pool: pg.Pool) {}

  async roster(organisation: string): Promise<KeptRoster | null> {
    return keptOf((await this.pool.query<RosterFound>(sql.findRoster, [organisation])).rows[0]);
  }

  putRoster(by: AuditAuthor, roster: Roster, revision: number): Promise<KeptRoster | null> {
    const values = [by.organisation, JSON.stringify(roster)];
    return transaction(this.pool, async (client) => {
      const { rows } =
        revision === 0
          ? await client.query<RosterFound>(sql.addRoster, values)
          : await client.query<RosterFound>(sql.changeRoster, [...values, revision]);
      const kept = keptOf(rows[0]);
      if (kept === null) return { keep: false, value: null };
      await appendAudit(client, {
        ...{ kind: 'roster-changed', by, about: by.organisation, data: { revision: kept.revision } },
      });
      return { keep: true, value: kept };
    });
  }

  async colleagues(organisation: string): Promise<readonly Colleague[]> {
    return (await this.pool.query<Colleague>(sql.colleagues, [organisation])).rows;
  }

  async wish(account: string): Promise<TellingWish | null> {
    return (await this.pool.query<{ wish: TellingWish }>(sql.findWish, [account])).rows[0]?.wish ?? null;
  }

  async putWish(account: string, wish: TellingWish): Promise<void> {
    await this.pool.query(sql.putWish, [account, JSON.stringify(wish)]);
  }

  async people(accounts: readonly string[]): Promise<readonly PersonTold[]> {
    if (accounts.length === 0) return [];
    return (await this.pool.query<PersonTold>(sql.people, [accounts])).rows;
  }

  async operator(): Promise<string | null> {
    return (await this.pool.query<{ id: string }>(sql.operator)).rows[0]?.id ?? null;
  }
}

function keptOf(found: RosterFound | undefined): KeptRoster | null {
  return found === undefined ? null : { ...found.roster, revision: found.revision };
}
