import pg from 'pg';
import { codeOf } from './thrown.js';
import { ADMIN_ROLE } from './init-cluster.js';

/** What a server says when one knocks as its superuser. `busy`: starting, recovering or stopping. `mute`: takes the connection and says nothing. */
export type Answer = 'ready' | 'busy' | 'refused' | 'mute' | 'wrong-password' | 'another';

const KNOCK_MS = 2_000;
const CANNOT_CONNECT_NOW = '57P03';
const WRONG_PASSWORD = '28P01';

/** The address of a database on the packaged server. The name of the database must be a plain one. */
export function urlOf(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** A connection as superuser, open. The caller ends it. */
export async function signInAsAdmin(port: number, password: string, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(port, ADMIN_ROLE, password, database),
    connectionTimeoutMillis: KNOCK_MS,
    application_name: 'cellrelay launcher',
  });
  // Without a listener a connection that breaks later would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

/** Knocks, and makes sure that who answers serves this cluster. */
export async function knock(port: number, password: string, cluster: string): Promise<Answer> {
  let client: pg.Client | undefined;
  try {
    client = await signInAsAdmin(port, password);
    const found = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return found.rows[0]?.folder === cluster ? 'ready' : 'another';
  } catch (error) {
    return answerFrom(error);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

function answerFrom(error: unknown): Answer {
  const code = codeOf(error);
  if (code === CANNOT_CONNECT_NOW) return 'busy';
  if (code === WRONG_PASSWORD) return 'wrong-password';
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'refused';
  return 'mute';
}
