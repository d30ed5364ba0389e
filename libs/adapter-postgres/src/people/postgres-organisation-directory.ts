import type pg from 'pg';
import type { Organisation, OrganisationDirectory } from '@cellrelay/use-cases';

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
}
