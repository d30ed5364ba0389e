/** For which side whoever asks does so. Set for one transaction, never for a connection: a pool hands connections on. Without it this is null or empty, which equals nothing. */
export const side = `current_setting('cellrelay.side', true)`;

/** For which organisation they ask, likewise. */
export const organisation = `current_setting('cellrelay.organisation', true)`;

/** For the owner, whose backups would otherwise be without a line of what stands behind the wall and say nothing: to be said for the one transaction as well. */
export const keeping = `current_setting('cellrelay.keeping', true) = 'yes'`;

/** FORCE: the owner is bound as well, and so is one role that is everything on a server of one's own, unless it is a superuser or has BYPASSRLS. */
export function walledIn(tables: readonly string[]): readonly string[] {
  return tables.flatMap((table) => [
    `alter table cellrelay.${table} enable row level security`,
    `alter table cellrelay.${table} force row level security`,
  ]);
}
