import type pg from 'pg';
import type { Policy } from '@cellrelay/shipment';
import type { PolicyEntry, PolicyStore, ShipmentUnder } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';

interface Row {
  readonly body: Policy;
  readonly owner: string;
  readonly approver: string;
  readonly source: string;
  readonly by: string;
  readonly created_at: Date;
}

const columns = 'body, owner, approver, source, by, created_at';

/** The versions of the policy that the site has entered, in PostgreSQL. */
export class PostgresPolicyStore implements PolicyStore {
  constructor(private readonly pool: pg.Pool) {}

  async current(): Promise<PolicyEntry | null> {
    return this.first(`select ${columns} from cellrelay.policy order by position desc limit 1`, []);
  }

  byVersion(version: string): Promise<PolicyEntry | null> {
    return this.first(`select ${columns} from cellrelay.policy where version = $1`, [version]);
  }

  async list(): Promise<readonly PolicyEntry[]> {
    const found = await this.pool.query<Row>(`select ${columns} from cellrelay.policy order by position desc`);
    return found.rows.map(entryOf);
  }

  async add({ policy, owner, approver, source, by }: Omit<PolicyEntry, 'createdAt'>) {
    const added = await this.first(
      `insert into cellrelay.policy (version, body, owner, approver, source, by) values ($1, $2, $3, $4, $5, $6)
       on conflict (version) do nothing returning ${columns}`,
      [policy.version, JSON.stringify(policy), owner, approver, source, by],
    );
    if (added !== null) return { added: true, entry: added };
    const standing = await this.byVersion(policy.version);
    if (standing === null) throw new Error(`policy ${policy.version} was neither added nor found`);
    return { added: false, entry: standing };
  }

  /** Read from the states of the open shipments: there are few enough of them that no column is kept for it. */
  async shipmentsBy(): Promise<ReadonlyMap<string, readonly ShipmentUnder[]>> {
    const { rows } = await this.pool.query<ShipmentUnder & { readonly version: string }>(
      `select id, state #>> '{stages,order,policy,version}' as version, state #>> '{stages,order,details,reference}' as reference
       from cellrelay.shipment where live order by 2, 3, 1`,
    );
    const by = new Map<string, ShipmentUnder[]>();
    for (const { version, id, reference } of rows) {
      const under = by.get(version) ?? [];
      under.push({ id, reference });
      by.set(version, under);
    }
    return by;
  }

  private async first(text: string, values: readonly unknown[]): Promise<PolicyEntry | null> {
    const [row] = (await this.pool.query<Row>(text, [...values])).rows;
    return row === undefined ? null : entryOf(row);
  }
}

function entryOf({ body, created_at: createdAt, ...said }: Row): PolicyEntry {
  return { ...said, policy: body, createdAt: instantOfRow(createdAt) };
}
