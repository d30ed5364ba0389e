import type pg from 'pg';
import type { LocalDate } from '@cellrelay/kernel';
import type { Confirmation, Rule } from '@cellrelay/paperwork';
import type { AuditAuthor, KeptConfirmation, RuleStore, SiteRule } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow } from '../instants.js';
import { transaction } from '../pool.js';
import { atMost } from './at-most.js';
import * as sql from './rule-sql.js';

interface VersionRead {
  readonly body: Rule;
  readonly person: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

interface ConfirmationRead extends Omit<Confirmation, 'confirmedOn'> {
  readonly confirmed_on: LocalDate;
  readonly by: string;
  readonly at: Date;
}

/** What a site makes of rules, in tables; each change with its line of the audit record. */
export class PostgresRuleStore implements RuleStore {
  constructor(private readonly pool: pg.Pool) {}

  async newest(): Promise<readonly SiteRule[]> {
    return atMost(sql.mostVersions, (await this.pool.query<VersionRead>(sql.newest)).rows).map(siteRuleOf);
  }

  async confirmations(): Promise<readonly KeptConfirmation[]> {
    return atMost(sql.mostConfirmations, (await this.pool.query<ConfirmationRead>(sql.standing)).rows).map(keptOf);
  }

  addVersion(by: AuditAuthor, { rule, person, reason }: Omit<SiteRule, 'by' | 'at'>): Promise<SiteRule | null> {
    const values = [rule.id, rule.version, JSON.stringify(rule), person, reason, by.account];
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<VersionRead>(sql.addVersion, values)).rows;
      if (row === undefined) return { keep: false, value: null };
      const data = { version: rule.version, person };
      await appendAudit(client, { kind: 'border-rule-entered', by, about: rule.id, data });
      return { keep: true, value: siteRuleOf(row) };
    });
  }

  confirm(by: AuditAuthor, said: Omit<Confirmation, 'id'>): Promise<KeptConfirmation | null> {
    const { rule, version, person, source, confirmedOn, until, example } = said;
    const values = [rule, version, person, source, confirmedOn, until, example, by.account];
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<ConfirmationRead>(sql.confirm, values)).rows;
      if (row === undefined) return { keep: false, value: null };
      const data = { confirmation: row.id, version, person, source, confirmedOn, until };
      await appendAudit(client, { kind: 'border-rule-confirmed', by, about: rule, data });
      return { keep: true, value: keptOf(row) };
    });
  }

  withdraw(by: AuditAuthor, id: string, reason: string): Promise<KeptConfirmation | null> {
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<ConfirmationRead>(sql.withdraw, [id, by.account, reason])).rows;
      if (row === undefined) return { keep: false, value: null };
      const data = { confirmation: id, version: row.version, reason };
      await appendAudit(client, { kind: 'border-rule-confirmation-withdrawn', by, about: row.rule, data });
      return { keep: true, value: keptOf(row) };
    });
  }
}

function siteRuleOf({ body, at, person, reason, by }: VersionRead): SiteRule {
  return { rule: body, person, reason, by, at: instantOfRow(at) };
}

function keptOf({ confirmed_on: confirmedOn, at, ...said }: ConfirmationRead): KeptConfirmation {
  return { ...said, confirmedOn, at: instantOfRow(at) };
}
