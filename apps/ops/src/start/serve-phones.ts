import type { Server } from 'node:https';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { messageOf } from '@cellrelay/kernel';
import {
  every,
  monotonicMillis,
  openAuthorityServer,
  terminalCode,
  type Config,
  type Logger,
} from '@cellrelay/platform';
import type { Opened } from '../stack/opened.js';
import { sparing } from '../stack/sparing.js';
import { listenExactly } from './listen.js';
import type { MachineTls } from './local-tls.js';
import type { Say } from './until-ended.js';

/** What is served to phones, and who is told. */
export interface ForPhones {
  readonly tls: MachineTls;
  readonly config: Config;
  readonly logger: Logger;
  readonly say: Say;
}

const lookedAtEveryMs = 60_000;

/**
 * Listens over TLS, opens the plain page that offers the authority beside it, and tells both addresses. Follows the machine's addresses from then on. Answers the address to
 * open.
 */
export async function servePhones(app: NestExpressApplication, served: ForPhones, opened: Opened): Promise<string> {
  const { tls, config, say } = served;
  const { host, port: wanted } = config.web;
  const port = await listenExactly(app, host, wanted);
  const url = (): string => tls.addresses('https', port)[0] ?? '';
  const page = await openAuthorityServer(
    { host, port: wanted === 0 ? 0 : port + 1 },
    { certificate: tls.authority.cert, offer: () => ({ fingerprint: tls.fingerprint, app: url() }) },
  );
  opened.add(() => page.close());
  const tell = async (): Promise<void> =>
    say(await invitation(tls, { app: tls.addresses('https', port), page: tls.addresses('http', page.port) }));
  await tell();
  follow(app, { ...served, tell }, opened);
  return url();
}

function follow(
  app: NestExpressApplication,
  { tls, logger, tell }: ForPhones & { readonly tell: () => Promise<void> },
  opened: Opened,
): void {
  const told = sparing(
    (reason, repeated) => logger.warn('certificate-not-renewed', { reason, repeated }),
    monotonicMillis,
  );
  const look = async (): Promise<void> => {
    if (!(await tls.follow(app.getHttpServer() as unknown as Server))) return;
    logger.info('certificate-renewed', {});
    await tell();
  };
  const alarm = every(lookedAtEveryMs, () => void look().catch((error: unknown) => told(messageOf(error))));
  opened.add(() => Promise.resolve(alarm.cancel()));
}

interface Addresses {
  readonly app: readonly string[];
  readonly page: readonly string[];
}

/** What the person at the terminal shows to a phone: first where it gets the authority, then where the app is. */
async function invitation({ fingerprint }: MachineTls, { app, page }: Addresses): Promise<string> {
  const colours = process.stdout.isTTY;
  const [[first = ''], [then = '', ...others]] = [page, app];
  return [
    '',
    `A phone first trusts this machine, once: ${first}`,
    await terminalCode(first, colours),
    'The fingerprint it shows must be',
    ...(fingerprint.match(/.{1,48}/g) ?? []).map((line) => `  ${line.replace(/:$/, '')}`),
    '',
    `Then it opens the app: ${then}`,
    await terminalCode(then, colours),
    ...(others.length === 0 ? [] : [`Also at ${others.join(', ')}`]),
  ].join('\n');
}
