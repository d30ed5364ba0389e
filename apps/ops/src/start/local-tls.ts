import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import type { Server } from 'node:https';
import {
  addressOf,
  CannotServeTls,
  CertificateFiles,
  fingerprintOf,
  isEveryAddress,
  isServedName,
  lanAddresses,
  readConfig,
  servedNames,
  vouchesFor,
  wallNow,
  type Certificate,
  type Config,
  type OwnAddress,
  type ServedNames,
} from '@cellrelay/platform';
import { overTls } from '../../../api/src/create-api.js';
import type { LocalTls } from '../../../api/src/parts.js';
import { dataFolderOf } from '../where.js';

/** The settings of a start with `--tls`: every address unless one is set, and a session's cookie goes over TLS alone. Throws CannotServeTls. */
export function tlsConfig(): Config {
  const hasSix = ownAddresses().some(({ address }) => address.includes(':'));
  const config = readConfig({ CELLRELAY_HOST: hasSix ? '::' : '0.0.0.0' });
  if (config.web.origin?.startsWith('http:') === true)
    throw new CannotServeTls(
      `CELLRELAY_ORIGIN is ${config.web.origin}, and --tls serves https: set it to https, or not.`,
    );
  if (isEveryAddress(config.web.host) && config.web.origin === null && lanAddresses(ownAddresses()).length === 0)
    throw new CannotServeTls(
      'This machine has no address on a network, so no phone could reach it: join one, or name an address of this machine in CELLRELAY_HOST.',
    );
  return { ...config, web: { ...config.web, secureCookie: true } };
}

/** HTTPS by a certificate of this machine's own, which follows the machine's addresses. */
export class MachineTls {
  private constructor(
    private readonly config: Config,
    private readonly files: CertificateFiles,
    readonly authority: Certificate,
    private readonly held: { names: ServedNames; certificate: Certificate },
  ) {}

  /** Takes the certificates of the data folder, and makes what is missing or serves no more. Throws CannotServeTls. */
  static async open(config: Config): Promise<MachineTls> {
    const files = new CertificateFiles(path.join(dataFolderOf(config.dataFolder), 'tls'), wallNow);
    const authority = await files.authority(hostname());
    const names = namesNow(config);
    return new MachineTls(config, files, authority, { names, certificate: await files.server(authority, names) });
  }

  /** What the API is served by. */
  get part(): LocalTls {
    return {
      certificate: this.held.certificate,
      serves: (hostHeader) => isServedName(this.held.names, hostHeader),
    };
  }

  get fingerprint(): string {
    return fingerprintOf(this.authority.cert);
  }

  /** Where browsers reach that port of this machine, the address for phones first. */
  addresses(scheme: 'http' | 'https', port: number): readonly string[] {
    const { origin } = this.config.web;
    if (origin !== null && scheme === 'https') return [origin];
    const { dns, ips } = this.held.names;
    const named = [...ips.slice(2), ...dns.slice(1)];
    return (named.length === 0 ? dns : named).map((name) => addressOf(scheme, name, port));
  }

  /**
   * Where this machine has got another address, or its certificate runs out, serves another one by the same authority from now on. An address that went away keeps its place: the
   * network may be back in a moment. Answers whether there was anything to do.
   */
  async follow(server: Server): Promise<boolean> {
    const wanted = namesNow(this.config);
    const names = vouchesFor(this.held.names, wanted) ? this.held.names : wanted;
    const found = await this.files.server(this.authority, names);
    if (found.made === null) return false;
    server.setSecureContext(overTls(found));
    this.held.names = names;
    this.held.certificate = found;
    return true;
  }
}

function namesNow({ web: { host, origin } }: Config): ServedNames {
  return servedNames({ hostName: hostname(), addresses: ownAddresses(), host, origin });
}

function ownAddresses(): readonly OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([network, addresses]) =>
    (addresses ?? []).map(({ address, internal }) => ({ network, address, internal })),
  );
}
