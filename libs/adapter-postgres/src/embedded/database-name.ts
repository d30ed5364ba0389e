import { EmbeddedPostgresError } from './embedded-errors.js';

const PLAIN_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Throws `database-name-not-allowed` unless the name needs quoting neither in SQL nor in an address. */
export function checkDatabaseName(database: string): void {
  if (PLAIN_NAME.test(database)) return;
  throw new EmbeddedPostgresError(
    'database-name-not-allowed',
    `'${database}' cannot be the name of the database: lower-case letters, digits and underscores, beginning with a letter, at most 63.`,
  );
}
