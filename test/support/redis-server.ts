import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of a test's own on the loopback, from the Debian package redis-server (or what CELLRELAY_TEST_REDIS names). Nothing is saved: restarted, it is empty. */
export class RedisServer {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-redis-'));
  private child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    private readonly config: readonly string[],
    private readonly sentinel: boolean,
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts one with these further lines of configuration. */
  static async start(config: readonly string[] = []): Promise<RedisServer> {
    return new RedisServer(await freePort(), ['save ""', 'appendonly no', ...config], false).again();
  }

  /** Starts a sentinel that watches a master, whom it calls `relay`, and takes its silence for its end within half a second. */
  static async startSentinel(master: RedisServer): Promise<RedisServer> {
    const config = [
      `sentinel monitor relay 127.0.0.1 ${master.port} 1`,
      'sentinel down-after-milliseconds relay 500',
      'sentinel failover-timeout relay 3000',
    ];
    return new RedisServer(await freePort(), config, true).again();
  }

  /** Starts a cluster of one node that holds all slots. */
  static async startCluster(): Promise<RedisServer> {
    const server = await RedisServer.start(['cluster-enabled yes', 'cluster-announce-ip 127.0.0.1']);
    await server.ask((client) => client.call('cluster', 'addslotsrange', '0', '16383'));
    let state = '';
    while (!state.includes('cluster_state:ok')) state = String(await server.ask((client) => client.cluster('INFO')));
    return server;
  }

  /** Starts it (again) on its port, unless it runs, and waits until it answers. */
  async again(): Promise<this> {
    if (this.child !== null) return this;
    const file = path.join(this.folder, 'redis.conf');
    const lines = [`port ${this.port}`, 'bind 127.0.0.1', `dir ${this.folder}`, ...this.config];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const program = process.env.CELLRELAY_TEST_REDIS ?? 'redis-server';
    const child = spawn(program, [file, ...(this.sentinel ? ['--sentinel'] : [])], { stdio: 'ignore' });
    this.child = child;
    await once(child, 'spawn');
    await this.ask((client) => client.ping());
    return this;
  }

  /** One question to the server, on a connection of its own. */
  async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.port, '127.0.0.1', { maxRetriesPerRequest: null, retryStrategy: () => 20 });
    client.on('error', () => undefined);
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  /** Holds it, as a machine does that hangs: connections stay, nothing answers. */
  hold(): void {
    this.child?.kill('SIGSTOP');
  }

  letGo(): void {
    this.child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A port of the loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
