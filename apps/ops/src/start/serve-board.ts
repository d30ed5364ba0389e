import type { NestExpressApplication } from '@nestjs/platform-express';
import { SmtpMailer } from '@cellrelay/adapter-channels';
import { isOutage } from '@cellrelay/adapter-postgres';
import {
  createFirstAccounts,
  createPasswords,
  printedConfig,
  type ClockWatch,
  type Config,
  type HealthChecks,
  type Logger,
  type Metrics,
  type ShownPassword,
} from '@cellrelay/platform';
import { createApi } from '../../../api/src/create-api.js';
import { plantLetter } from '../examples/example-letter.js';
import { plantPaperFacts } from '../examples/example-paper-facts.js';
import { introducedExamples } from '../examples/example-people.js';
import { servedBy, type ApiSide } from '../stack/api-side.js';
import type { Opened } from '../stack/opened.js';
import type { SiteAddress } from '../stack/papers-on.js';
import { boardFolder, keysFolderOf } from '../where.js';
import type { Listening } from './listening.js';
import { signInBy } from './sign-in-by.js';
import type { Terminal } from './until-ended.js';

/** What is served, and by what settings. */
export interface Served extends Listening {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly stack: ApiSide;
  readonly health: HealthChecks;
  readonly clocks: ClockWatch;
  /** Told where it is served before anybody else is. */
  readonly announce: (url: string) => void;
}

/** Serves board and API. Its first accounts' passwords are shown last of all, and by no other start. */
export async function serveBoard(served: Served, opened: Opened, { say, ending }: Terminal): Promise<void> {
  const passwords = createPasswords();
  const { config, stack, logger } = served;
  const site: SiteAddress = { origin: config.web.origin };
  const app = await openApi(served, passwords, site);
  opened.add(() => app.close());
  const url = await served.listen(app, opened);
  site.origin ??= url;
  served.announce(url);
  if (ending()) return;
  const accounts = await createFirstAccounts(stack.api.accounts, passwords);
  // Also those that a start which was cut short did not come to.
  const examples = await introducedExamples(stack.api, passwords);
  say(banner(url, accounts, examples));
  await plantLetter(stack, logger);
  await plantPaperFacts(stack, logger);
  logger.info('started', { settings: printedConfig() });
}

function openApi(
  { config, logger, metrics, stack, health, clocks, localTls }: Served,
  passwords: ReturnType<typeof createPasswords>,
  site: SiteAddress,
): Promise<NestExpressApplication> {
  return createApi({
    ...servedBy(stack, keysFolderOf(config), site),
    ...signInBy(config, stack.api.providerLinks),
    passwords,
    config: { ...config, keysFolder: keysFolderOf(config) },
    ...(config.mail === null ? {} : { mailer: new SmtpMailer(config.mail) }),
    logger,
    metrics,
    outage: isOutage,
    health,
    clockDifference: () => clocks.difference(),
    boardFolder: boardFolder(),
    ...(localTls === undefined ? {} : { localTls }),
  });
}

function banner(url: string, accounts: readonly ShownPassword[], examples: readonly string[]): string {
  const shown = accounts.flatMap(({ name, password }) => [
    `Sign in as   ${name}`,
    `Password     ${password}   (shown this once)`,
  ]);
  const signIn = shown.length === 0 ? ['Sign in as before; a lost password: npm run ops -- password'] : shown;
  return ['', `CellRelay is at ${url}`, ...signIn, ...examples, 'Ctrl-C ends it.', ''].join('\n');
}
