import type { NestExpressApplication } from '@nestjs/platform-express';
import { isOutage } from '@cellrelay/adapter-postgres';
import {
  createFirstAccount,
  createPasswords,
  printedConfig,
  type ClockWatch,
  type Config,
  type HealthChecks,
  type Logger,
  type Metrics,
} from '@cellrelay/platform';
import { createApi } from '../../../api/src/create-api.js';
import { servedBy, type ApiSide } from '../stack/api-side.js';
import type { Opened } from '../stack/opened.js';
import { boardFolder, keysFolderOf } from '../where.js';
import { listen } from './listen.js';
import type { Terminal } from './until-ended.js';

/** What is served, and by what settings. */
export interface Served {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly stack: ApiSide;
  readonly health: HealthChecks;
  readonly clocks: ClockWatch;
  /** Told where it is served before anybody else is. */
  readonly announce: (url: string) => void;
}

/** Serves board and API. Its first account's password is shown last of all, and by no other start. */
export async function serveBoard(served: Served, opened: Opened, { say, ending }: Terminal): Promise<void> {
  const passwords = createPasswords();
  const { config, stack, logger } = served;
  const app = await openApi(served, passwords);
  opened.add(() => app.close());
  const url = await listen(app, config.web.host, config.web.port);
  served.announce(url);
  if (ending()) return;
  const account = await createFirstAccount(stack.api.accounts, passwords);
  say(banner(url, account));
  logger.info('started', { settings: printedConfig() });
}

function openApi(
  { config, logger, metrics, stack, health, clocks }: Served,
  passwords: ReturnType<typeof createPasswords>,
): Promise<NestExpressApplication> {
  return createApi({
    ...servedBy(stack, keysFolderOf(config)),
    passwords,
    config,
    logger,
    metrics,
    outage: isOutage,
    health,
    clockDifference: () => clocks.difference(),
    boardFolder: boardFolder(),
  });
}

function banner(url: string, account: { readonly name: string; readonly password: string } | null): string {
  const signIn =
    account === null
      ? ['Sign in as before; a lost password: npm run ops -- password']
      : [`Sign in as   ${account.name}`, `Password     ${account.password}   (shown this once)`];
  return ['', `CellRelay is at ${url}`, ...signIn, 'Ctrl-C ends it.', ''].join('\n');
}
