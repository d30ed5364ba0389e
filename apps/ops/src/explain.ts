import { RedisUnfit } from '@cellrelay/adapter-bullmq';
import { BackupError, EmbeddedPostgresError, SchemaNewer, troubleOf } from '@cellrelay/adapter-postgres';
import { CannotServeTls, CannotWatch, ClocksDiffer, ConfigFaulty, RefusedError } from '@cellrelay/platform';
import { CannotListen } from './start/listen.js';
import { CannotStartAlone } from './start/sides-apart.js';

/** What a person can mend is told in a sentence; what they cannot is shown whole. */
export function explained(error: unknown): unknown {
  if (isSentence(error)) return error.message;
  const { message, path: file, syscall } = partsOf(error);
  if (isUnmigrated(error))
    return 'The database holds no CellRelay of this version yet. Run `npm run ops -- migrate` first.';
  if (withoutTls.test(message))
    return 'The database’s server does not speak TLS, and DATABASE_URL asks for it (sslmode). Switch TLS on there, or use sslmode=disable on a line that nobody else can read.';
  if (isOfDatabase(error))
    return `The database cannot be reached: ${saidBy(error) || message}. Is DATABASE_URL right, and does PostgreSQL run there?`;
  return syscall !== undefined && file !== undefined ? `${file} cannot be used: ${message}.` : error;
}

/** PostgreSQL says that a schema or table is missing: every statement of ours names the schema. */
function isUnmigrated(error: unknown): boolean {
  const { code, message } = partsOf(error);
  return (code === '3F000' || code === '42P01') && message.includes('cellrelay');
}

/** The driver's words; it has no code for it. */
const withoutTls = /does not support SSL connections/;

function isOfDatabase(error: unknown): boolean {
  const { code, syscall } = partsOf(error);
  return signInFaults.has(code) || syscall === 'getaddrinfo' || troubleOf(error) === 'connection';
}

const sentences = [
  ...[ConfigFaulty, ClocksDiffer, CannotStartAlone, CannotListen, CannotServeTls, CannotWatch, RefusedError],
  ...[RedisUnfit, EmbeddedPostgresError, BackupError, SchemaNewer],
];

function isSentence(error: unknown): error is Error {
  return sentences.some((kind) => error instanceof kind);
}

/** What PostgreSQL answers to who may not come in: password, pg_hba.conf, no such database. */
const signInFaults: ReadonlySet<string> = new Set(['28P01', '28000', '3D000']);

interface Parts {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly syscall?: string;
}

function partsOf(error: unknown): Parts {
  const { code = '', message = '', path, syscall } = (error ?? {}) as Partial<Parts>;
  return { code, message, ...(path && { path }), ...(syscall && { syscall }) };
}

/** A name with several addresses fails with one error for each, and none of its own. */
function saidBy(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map((each: unknown) => partsOf(each).message).join('; ') : '';
}
