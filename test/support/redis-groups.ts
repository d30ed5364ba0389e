import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, RedisServer } from './redis-server.js';

/** Several Redis servers of a test's own that belong together. */
export interface RedisGroup {
  readonly url: string;
  readonly servers: readonly RedisServer[];
  stop(): Promise<void>;
}

const slots = 16_384;

/** A cluster of three masters, a third of the slots each. */
export async function clusterOfThree(): Promise<RedisGroup> {
  const config = ['cluster-enabled yes', 'cluster-announce-ip 127.0.0.1', 'cluster-node-timeout 1000'];
  const servers = [await RedisServer.start(config), await RedisServer.start(config), await RedisServer.start(config)];
  for (const [index, server] of servers.entries()) {
    const [from, to] = [index, index + 1].map((nth) => Math.floor((nth * slots) / servers.length));
    await server.ask((client) => client.call('cluster', 'addslotsrange', String(from), String((to ?? slots) - 1)));
    await server.ask((client) => client.call('cluster', 'meet', '127.0.0.1', String(servers[0]?.port)));
  }
  for (const server of servers)
    await until(server, 'cluster_state:ok', (each) => each.ask((client) => client.cluster('INFO')));
  return group(`redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`, servers);
}

/** A master, its replica, and a sentinel that makes the one the other when it dies. */
export async function watchedPair(): Promise<RedisGroup> {
  const master = await RedisServer.start();
  const replica = await RedisServer.start([`replicaof 127.0.0.1 ${master.port}`]);
  await until(replica, 'master_link_status:up', (each) => each.ask((client) => client.info('replication')));
  const sentinel = await RedisServer.startSentinel(master);
  const known = (each: RedisServer): Promise<unknown> => each.ask((client) => client.call('info', 'sentinel'));
  await until(sentinel, 'slaves=1', known);
  return group(`redis+sentinel://127.0.0.1:${sentinel.port}/relay`, [master, replica, sentinel]);
}

/** A Redis that speaks TLS, with a certificate of an authority of the test's own. */
export interface RedisOverTls extends RedisGroup {
  /** The authority's certificate, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
}

export async function redisOverTls(): Promise<RedisOverTls> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-tls-'));
  const [authority, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', [...made, ...names, '-keyout', key, '-out', authority], { stdio: 'ignore' });
  const port = await freePort();
  const files = [`tls-cert-file ${authority}`, `tls-key-file ${key}`, `tls-ca-cert-file ${authority}`];
  const server = await RedisServer.start([`tls-port ${port}`, ...files, 'tls-auth-clients no']);
  const plain = group(`rediss://127.0.0.1:${port}`, [server]);
  const stop = async (): Promise<void> => {
    await plain.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...plain, authority, stop };
}

function group(url: string, servers: readonly RedisServer[]): RedisGroup {
  return { url, servers, stop: async () => void (await Promise.all(servers.map((each) => each.stop()))) };
}

/** The test's own time bounds the wait. */
async function until(
  server: RedisServer,
  wanted: string,
  ask: (server: RedisServer) => Promise<unknown>,
): Promise<void> {
  while (!String(await ask(server)).includes(wanted)) await new Promise((resolve) => setTimeout(resolve, 50));
}
