import type pg from 'pg';
import { uuidForm } from '@cellrelay/kernel';
import type { Organisation, OrganisationDirectory } from '@cellrelay/use-cases';

const columns = 'id, name, kind, example';

/** The register of organisations in its own table. */
export class PostgresOrganisationDirectory implements OrganisationDirectory {
  constructor(private readonly pool: pg.Pool) {}

  async find(id: string): Promise<Organisation | null> {
    if (!uuidForm.test(id)) return null;
    const text = `select ${columns} from cellrelay.organisation where id = $1`;
    return (await this.pool.query<Organisation>(text, [id])).rows[0] ?? null;
  }
}
