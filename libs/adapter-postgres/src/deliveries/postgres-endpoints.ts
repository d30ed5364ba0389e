import type pg from 'pg';
import type {
  AuditAuthor,
  EndpointDirectory,
  EndpointFeed,
  EndpointStore,
  EndpointView,
  NewEndpoint,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './endpoint-sql.js';

/** Encrypts secrets with a key that is not in the database, each for whose it is. */
export interface SecretSealing {
  seal(secret: string, of: string): string;
  open(sealed: string, of: string): string;
}

/** More are a mistake: each is told of everything. */
const mostTold = 20;

interface ViewRow extends Pick<EndpointView, 'id' | 'url' | 'examples'> {
  readonly organisation: string;
  readonly made_by: string;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly ended_why: string | null;
}

interface FeedRow {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly kind: EndpointFeed['organisation']['kind'];
  readonly examples: boolean;
  readonly cursor: string;
  readonly since: Date;
}

/** Endpoints in their table, their secrets sealed. */
export class PostgresEndpoints implements EndpointStore, EndpointDirectory {
  constructor(
    private readonly pool: pg.Pool,
    private readonly sealing: SecretSealing,
  ) {}

  make(by: AuditAuthor, { id, url, examples, secret, cursor }: NewEndpoint): Promise<EndpointView | null> {
    const sealed = this.sealing.seal(secret, id);
    const values = [id, by.organisation, url, examples, sealed, by.account, cursor];
    return transaction(this.pool, async (client) => {
      await client.query(sql.holdOrganisation, [by.organisation]);
      const [told] = (await client.query<{ count: number }>(sql.countTold, [by.organisation])).rows;
      if ((told?.count ?? 0) >= mostTold) return { keep: false, value: null };
      return { keep: true, value: await changed(client, { kind: 'endpoint-made', by }, [sql.insert, values]) };
    });
  }

  async list(organisation: string): Promise<readonly EndpointView[]> {
    return (await this.pool.query<ViewRow>(sql.list, [organisation])).rows.map(viewOf);
  }

  renewSecret(by: AuditAuthor, id: string, secret: string): Promise<EndpointView | null> {
    const values = [by.organisation, id, this.sealing.seal(secret, id)];
    return this.change({ kind: 'endpoint-secret-renewed', by }, [sql.renew, values]);
  }

  endFor(by: AuditAuthor, id: string): Promise<EndpointView | null> {
    return this.change({ kind: 'endpoint-ended', by }, [sql.end, [by.organisation, id, null]]);
  }

  async end(id: string, why: string): Promise<void> {
    await this.change({ kind: 'endpoint-ended', by: null, why }, [sql.end, [null, id, why]]);
  }

  async secretsOf(id: string): Promise<{ readonly url: string; readonly secrets: readonly string[] } | null> {
    const { rows } = await this.pool.query<{ url: string; secret: string; former: string | null }>(sql.secrets, [id]);
    const [row] = rows;
    if (row === undefined) return null;
    const sealed = row.former === null ? [row.secret] : [row.secret, row.former];
    return { url: row.url, secrets: sealed.map((each) => this.sealing.open(each, id)) };
  }

  async feeds(): Promise<readonly EndpointFeed[]> {
    const { rows } = await this.pool.query<FeedRow>(sql.feeds);
    return rows.map(({ id, organisation, name, kind, examples, cursor, since }) => ({
      ...{ id, examples, cursor, since: instantOfRow(since) },
      organisation: { id: organisation, name, kind },
    }));
  }

  async moveOn({ id, cursor }: EndpointFeed, to: string): Promise<void> {
    await this.pool.query(sql.moveOn, [id, cursor, to]);
  }

  private change(what: Written, statement: Statement): Promise<EndpointView | null> {
    return transaction(this.pool, async (client) => {
      const view = await changed(client, what, statement);
      return { keep: view !== null, value: view };
    });
  }
}

interface Written {
  readonly kind: string;
  /** Null: the program itself, by its answer. */
  readonly by: AuditAuthor | null;
  readonly why?: string;
}
type Statement = readonly [text: string, values: readonly unknown[]];

async function changed(
  client: pg.ClientBase,
  { kind, by, why }: Written,
  [text, values]: Statement,
): Promise<EndpointView | null> {
  const [row] = (await client.query<ViewRow>(text, [...values])).rows;
  if (row === undefined) return null;
  await appendAudit(client, {
    kind,
    by,
    about: row.organisation,
    data: { endpoint: row.id, host: new URL(row.url).host, ...(why !== undefined && { why }) },
  });
  return viewOf(row);
}

function viewOf({ id, url, examples, made_by, created_at, ended_at, ended_why }: ViewRow): EndpointView {
  return {
    ...{ id, url, examples, madeBy: made_by, endedWhy: ended_why },
    ...{ createdAt: instantOfRow(created_at), endedAt: instantOrNull(ended_at) },
  };
}
