import type pg from 'pg';
import type { Instant } from '@cellrelay/kernel';
import type { AuditEvent, AuditFilter, AuditLine, AuditPaging, AuditStore, AuditView } from '@cellrelay/use-cases';
import { forms } from '../board/cursor.js';
import { transaction } from '../pool.js';
import { appendAudit } from './append-audit.js';
import { kindsThere, namesThere, pageQuestion } from './audit-sql.js';

interface Stored {
  readonly text: string;
  readonly hash: string;
}

type Entry = AuditEvent & { readonly seq: number; readonly at: Instant; readonly hash: string };
type Names = ReadonlyMap<string, string>;

/** The audit record in its own table, read by index. */
export class PostgresAuditStore implements AuditStore {
  constructor(private readonly pool: pg.Pool) {}

  async list(filter: AuditFilter, paging: AuditPaging): Promise<AuditView> {
    const { text, values } = pageQuestion(filter, paging);
    const found = (await this.pool.query<Stored>(text, [...values])).rows.map(entryOf);
    const shown = found.slice(0, paging.limit);
    const kinds = (await this.pool.query<{ kind: string }>(kindsThere)).rows.map(({ kind }) => kind);
    const names = await this.namesOf(shown);
    const next = found.length > shown.length ? String(shown.at(-1)?.seq) : null;
    return { items: shown.map((entry) => lineOf(entry, names)), next, kinds };
  }

  append(event: AuditEvent): Promise<void> {
    return transaction(this.pool, async (client) => ({ keep: true, value: await appendAudit(client, event) }));
  }

  private async namesOf(entries: readonly Entry[]): Promise<Names> {
    const ids = [...new Set(entries.flatMap(idsIn))];
    const uuids = ids.filter((id) => forms.uuid.test(id));
    const found = await this.pool.query<{ id: string; name: string }>(namesThere, [uuids, ids]);
    return new Map(found.rows.map(({ id, name }) => [id, name]));
  }
}

function entryOf({ text, hash }: Stored): Entry {
  return { ...(JSON.parse(text) as Omit<Entry, 'hash'>), hash };
}

function idsIn({ by, about, data }: Entry): readonly string[] {
  const ids = by === null ? [about] : [about, by.account, by.organisation];
  return [...ids.filter((id) => !id.includes('\u0000')), ...idsOf(data)];
}

/** Of what stands in a line's particulars only what has the form of an id: a word there is a word, whoever has it for a name. */
function idsOf(data: Entry['data']): readonly string[] {
  return Object.values(data).filter((value): value is string => typeof value === 'string' && forms.uuid.test(value));
}

function lineOf({ seq, at, kind, by, about, data, hash }: Entry, names: Names): AuditLine {
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  const author = by && { account: named(by.account), organisation: named(by.organisation) };
  const called = idsOf(data).flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return {
    seq,
    at,
    kind,
    by: author,
    about: named(about),
    data: { ...data },
    called: Object.fromEntries(called),
    hash,
  };
}
