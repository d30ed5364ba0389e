import type pg from 'pg';

const asked = `select rolsuper or rolbypassrls as bypasses, rolname::text as role from pg_roles where rolname = current_user`;

/** The name of the role that is signed in, where it passes row-level security by (a superuser, or BYPASSRLS); null where it is bound by it. */
export async function roleThatBypasses(pool: Pick<pg.Pool, 'query'>): Promise<string | null> {
  const [row] = (await pool.query<{ bypasses: boolean; role: string }>(asked)).rows;
  return row?.bypasses === true ? row.role : null;
}
