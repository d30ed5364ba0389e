/** A Redis server's address. */
export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** Where bells hang in Redis: one server, a master that sentinels know, or a cluster. */
export type RedisAddress = {
  readonly tls: boolean;
  readonly username: string | null;
  readonly password: string | null;
} & (
  | { readonly form: 'single'; readonly node: RedisNode; readonly db: number }
  | { readonly form: 'sentinel'; readonly nodes: readonly RedisNode[]; readonly master: string; readonly db: number }
  | { readonly form: 'cluster'; readonly nodes: readonly RedisNode[] }
);

/** What an address may look like, for whoever has to be told. */
export const redisForms = [
  'redis://[user:password@]host[:6379][/db]',
  'redis+sentinel://[user:password@]host[:26379][,host...]/master[/db]',
  'redis+cluster://[user:password@]host[:6379][,host...]',
] as const;

const form = /^redis(s?)(\+sentinel|\+cluster)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^@/]+)((?:\/[^/]*){0,2})$/;

/** Reads an address in one of `redisForms` (rediss for TLS); undefined when it is none of them. Names and passwords are percent-decoded. */
export function redisAddressOf(text: string): RedisAddress | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, tls, kind = '', user, password, hosts = '', path = ''] = found;
  const nodes = hosts.split(',').map((each) => nodeOf(each, kind === '+sentinel' ? 26_379 : 6_379));
  if (!nodes.every((each) => each !== undefined)) return undefined;
  const access = { tls: tls === 's', username: decoded(user), password: decoded(password) };
  const parts = path.split('/').slice(1);
  if (kind === '+sentinel') return sentinelOf(access, nodes, parts);
  if (kind === '+cluster') return path.length <= 1 ? { ...access, form: 'cluster', nodes } : undefined;
  return singleOf(access, nodes, parts);
}

type Access = Pick<RedisAddress, 'tls' | 'username' | 'password'>;

function singleOf(access: Access, nodes: readonly RedisNode[], path: readonly string[]): RedisAddress | undefined {
  const [node, other] = nodes;
  const db = dbOf(path[0]);
  if (node === undefined || other !== undefined || db === undefined || path.length > 1) return undefined;
  return { ...access, form: 'single', node, db };
}

function sentinelOf(access: Access, nodes: readonly RedisNode[], path: readonly string[]): RedisAddress | undefined {
  const [master = '', ...rest] = path;
  const db = dbOf(rest[0]);
  return master === '' || db === undefined ? undefined : { ...access, form: 'sentinel', nodes, master, db };
}

function dbOf(text = ''): number | undefined {
  if (text === '') return 0;
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** A host with its port; one of IPv6 stands in square brackets. */
function nodeOf(text: string, standardPort: number): RedisNode | undefined {
  const [, ipv6, name, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = ipv6 ?? name;
  const number = port === undefined ? standardPort : Number(port);
  return host === undefined || number < 1 || number > 65_535 ? undefined : { host, port: number };
}

function decoded(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
