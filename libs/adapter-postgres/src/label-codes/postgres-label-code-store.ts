import type pg from 'pg';
import type { LocalDate } from '@cellrelay/kernel';
import type { AuditAuthor, AuditEvent, CodeSaid, CodeVersion, KeptCode, LabelCodeStore } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { atMost } from '../border-rules/at-most.js';
import { instantOfRow } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './label-code-sql.js';

interface VersionRead extends Pick<CodeVersion, 'list' | 'key' | 'version' | 'person'> {
  readonly body: CodeSaid['entry'] | null;
  readonly source: string | null;
  readonly as_of: LocalDate | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The site's list of codes on labels, in a table; each change with its line of the audit record. */
export class PostgresLabelCodeStore implements LabelCodeStore {
  constructor(private readonly pool: pg.Pool) {}

  async newest(): Promise<readonly KeptCode[]> {
    return atMost(sql.mostVersions, (await this.pool.query<VersionRead>(sql.newest)).rows).map(keptOf);
  }

  add(by: AuditAuthor, versions: readonly CodeVersion[]): Promise<boolean> {
    return transaction(this.pool, async (client) => {
      const { rowCount } = await client.query(sql.add, [JSON.stringify(versions.map(rowOf)), by.account]);
      const all = rowCount === versions.length;
      if (all) for (const event of eventsOf(by, versions)) await appendAudit(client, event);
      return { keep: all, value: all };
    });
  }
}

function rowOf(of: CodeVersion) {
  const { list, key, version, person } = of;
  const named = { list, key, version, person };
  if (of.entry === null) return { ...named, reason: of.reason };
  return { ...named, body: of.entry, source: of.source, as_of: of.asOf };
}

/** A line for each entry that ended, and one for all that were entered at once: a file is one deed. */
function eventsOf(by: AuditAuthor, versions: readonly CodeVersion[]): readonly AuditEvent[] {
  const ended = versions.flatMap((each): readonly AuditEvent[] => {
    if (each.entry !== null) return [];
    const { list, key, version, person, reason } = each;
    return [{ kind: 'label-code-ended', by, about: key, data: { list, version, person, reason } }];
  });
  const entered = versions.filter((each) => each.entry !== null);
  const [first] = entered;
  if (first?.entry == null) return ended;
  const { list, key, version, person, source, asOf } = first;
  const one = entered.length === 1;
  const data = { list, entries: entered.length, ...(one ? { version } : {}), person, source, asOf };
  return [...ended, { kind: 'label-codes-entered', by, about: one ? key : list, data }];
}

function keptOf({ list, key, version, body, source, as_of: asOf, reason, person, by, at }: VersionRead): KeptCode {
  const kept = { list, key, version, person, by, at: instantOfRow(at) };
  // The table has all three of an entry, or none and the reason.
  if (body === null || source === null || asOf === null) return { ...kept, entry: null, reason: reason ?? '' };
  return { ...kept, entry: body, source, asOf };
}
