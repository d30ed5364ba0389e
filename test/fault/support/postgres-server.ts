import { once } from 'node:events';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import pg from 'pg';
import { EmbeddedPostgresProcesses, mainProcessIn, type Started } from '../../support/embedded-postgres-process.js';
import { fillTemplate } from '../../support/postgres.template.js';

/** A PostgreSQL of a test's own, migrated, that may be killed, held and spoilt without harm to the others. Started again, it has its port and its data. */
export class PostgresServer {
  private readonly processes = new EmbeddedPostgresProcesses();
  readonly folder = this.processes.folder();
  private running: Started | null = null;
  private told: DatabaseUrls | null = null;

  private constructor(private readonly within: readonly string[]) {}

  /** Starts one that nobody knows yet; with `diskMegabytes` on a disk of its own of that size, which goes when it ends. */
  static async start({ diskMegabytes }: { readonly diskMegabytes?: number } = {}): Promise<PostgresServer> {
    const server = new PostgresServer(diskMegabytes === undefined ? [] : smallDisk(diskMegabytes));
    await server.again();
    await fillTemplate(server.urls);
    return server;
  }

  get urls(): DatabaseUrls {
    if (this.told === null) throw new Error('this PostgreSQL was never started');
    return this.told;
  }

  /** Starts it (again), and waits until it answers. */
  async again(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.processes.start(this.folder, this.within);
    this.told = await this.running.said;
  }

  /** Ends it at once, as a machine does that loses its power. Whoever looks after it goes first, so that it stays away. */
  async kill(): Promise<void> {
    const child = this.running?.child;
    this.running = null;
    if (child === undefined) return;
    child.kill('SIGKILL');
    await once(child, 'close');
    process.kill(mainProcessIn(this.folder), 'SIGKILL');
  }

  /** Ends it as its operator does, everything written out. */
  async stop(): Promise<void> {
    const child = this.running?.child;
    this.running = null;
    if (child === undefined) return;
    child.kill('SIGINT');
    await once(child, 'close');
  }

  /** One question as the superuser, on a connection of its own. */
  async ask<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.urls.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Breaks every connection but the one that asks for it, as a failover does. */
  async breakConnections(): Promise<void> {
    await this.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
  }

  /** Takes reads alone, as a standby does that was not promoted yet, or takes writes again. Connections that stand go by it too. */
  async readOnly(only: boolean): Promise<void> {
    await this.ask(`alter system set default_transaction_read_only = ${only ? 'on' : 'off'}`);
    await this.ask('select pg_reload_conf()');
  }

  /** Ends it and removes what it had. */
  async clear(): Promise<void> {
    // What is on a disk of its own is seen by itself alone: it is asked to end.
    await (this.within.length > 0 ? this.stop() : this.kill());
    await this.processes.clear();
  }
}

/**
 * Runs a program with a small disk on the folder that is its last word, in a mount namespace of its own: root needs no more, anybody else a user namespace,
 * which some systems refuse.
 */
function smallDisk(megabytes: number): readonly string[] {
  const mount = `for folder; do :; done; mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$folder" && exec "$@"`;
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  return ['unshare', ...asRoot, '--mount', 'sh', '-c', mount, 'sh'];
}
