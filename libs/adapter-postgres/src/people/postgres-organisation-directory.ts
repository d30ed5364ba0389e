import type pg from 'pg';
import type { Organisation, OrganisationDirectory, OrganisationList } from '@cellrelay/use-cases';

const columns = 'id, name, kind, example';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The register of organisations in its own table. */
export class PostgresOrganisationDirectory implements OrganisationDirectory {
  constructor(private readonly pool: pg.Pool) {}

  async find(id: string): Promise<Organisation | null> {
    if (!uuid.test(id)) return null;
    const text = `select ${columns} from cellrelay.organisation where id = $1`;
    return (await this.pool.query<Organisation>(text, [id])).rows[0] ?? null;
  }

  async list(after: string | null, limit: number): Promise<OrganisationList> {
    const found = await this.pool.query<Organisation>(
      `select ${columns} from cellrelay.organisation where $1::text is null or name > $1 order by name limit $2`,
      [after, limit + 1],
    );
    const items = found.rows.slice(0, limit);
    const next = found.rows.length > limit ? (items.at(-1)?.name ?? null) : null;
    return { items, next, total: await this.count() };
  }

  private async count(): Promise<number> {
    const text = 'select count(*)::integer as total from cellrelay.organisation';
    return (await this.pool.query<{ total: number }>(text)).rows[0]?.total ?? 0;
  }
}
