import type pg from 'pg';
import type {
  AuditAuthor,
  KeptPaperFact,
  NewPaperFact,
  PaperFactKey,
  PaperFactKind,
  PaperFactStore,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow } from '../instants.js';
import { withoutNul } from '../plain-text.js';
import { transaction } from '../pool.js';
import * as sql from './paper-fact-sql.js';

type EntryRead<Kind extends PaperFactKind> = Omit<KeptPaperFact<Kind>, 'at'> & { readonly at: Date };

/** How the audit record calls each entry. */
const audited: Readonly<Record<PaperFactKind, string>> = {
  site: 'papers-facts-entered',
  postal: 'postal-address-entered',
  passport: 'courier-passport-entered',
  markers: 'donor-markers-entered',
  value: 'customs-value-entered',
  party: 'party-address-entered',
};

/** What was entered for papers, in a table to which is only added; each entry with its line of the audit record. */
export class PostgresPaperFactStore implements PaperFactStore {
  constructor(private readonly pool: pg.Pool) {}

  async newest(keys: readonly PaperFactKey[]): Promise<readonly KeptPaperFact[]> {
    const values = [keys.map(({ kind }) => kind), keys.map(({ about }) => withoutNul(about))];
    return (await this.pool.query<EntryRead<PaperFactKind>>(sql.newest, values)).rows.map(keptOf);
  }

  enter<Kind extends PaperFactKind>(
    by: AuditAuthor,
    { kind, about, body, goesWith, audit }: NewPaperFact<Kind>,
    revision: number,
  ): Promise<KeptPaperFact<Kind> | null> {
    const { shipment = null, organisation = null } = goesWith;
    const values = [kind, withoutNul(about), revision, shipment, organisation, JSON.stringify(body), by.account];
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<EntryRead<Kind>>(sql.enter, values)).rows;
      if (row === undefined) return { keep: false, value: null };
      const data = { revision: row.revision, fields: audit.fields.join(', ') };
      await appendAudit(client, { kind: audited[kind], by, about: audit.about, data });
      return { keep: true, value: keptOf(row) };
    });
  }
}

function keptOf<Kind extends PaperFactKind>({ at, ...entry }: EntryRead<Kind>): KeptPaperFact<Kind> {
  return { ...entry, at: instantOfRow(at) };
}
