import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig, type Config, type Logger } from '@cellrelay/platform';
import type { LocalTls } from '../../../api/src/parts.js';
import type { Opened } from '../stack/opened.js';
import { listen } from './listen.js';
import { MachineTls, tlsConfig } from './local-tls.js';
import { servePhones } from './serve-phones.js';
import type { Say } from './until-ended.js';

/** How the web server is listened on. */
export interface Listening {
  /** What it is served over TLS by; unless given, it is served without. */
  readonly localTls?: LocalTls;
  /** Listens, and answers the address to open. What is opened besides is closed with the rest. */
  readonly listen: (app: NestExpressApplication, opened: Opened) => Promise<string>;
}

/** The settings of a start, over TLS or not. */
export function configFor(overTls: boolean): Config {
  return overTls ? tlsConfig() : readConfig();
}

/** Plainly, for browsers of this machine or a proxy in front. */
export function listenPlainly({ web }: Config): Listening {
  return { listen: (app) => listen(app, web.host, web.port) };
}

/** As a start listens, over TLS or not. The certificates are there once this has ended. */
export async function listeningFor(
  overTls: boolean,
  config: Config,
  { logger, say }: { readonly logger: Logger; readonly say: Say },
): Promise<Listening> {
  if (!overTls) return listenPlainly(config);
  const tls = await MachineTls.open(config);
  return { localTls: tls.part, listen: (app, opened) => servePhones(app, { tls, config, logger, say }, opened) };
}
