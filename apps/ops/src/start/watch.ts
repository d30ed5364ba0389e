import { openFigures, openWatchServer, type Config, type HealthChecks, type Logger } from '@cellrelay/platform';
import type { Opened } from '../stack/opened.js';
import type { Terminal } from './until-ended.js';

/** The port for monitors of this process, as far as its parts are concerned. */
export interface Watch {
  /** From here on readiness asks these; before, the process is not ready. */
  ask(checks: HealthChecks): void;
}

const state = (says: string): HealthChecks => ({ process: () => Promise.resolve({ ok: false, says }) });

/**
 * Opens the port for monitors, where one is set, before anything else, so that it answers while the rest starts, and closes it last. A process that has
 * been asked to end is not ready from then on.
 */
export async function openWatch(
  { config, logger }: { readonly config: Config; readonly logger: Logger },
  opened: Opened,
  { ending }: Pick<Terminal, 'ending'>,
): Promise<Watch> {
  let asked = state('is starting');
  if (config.watch !== null) {
    const figures = await openFigures();
    const server = await openWatchServer(config.watch, {
      figures: () => figures.page(),
      health: () => (ending() ? state('is ending') : asked),
    });
    opened.add(() => server.close());
    logger.info('watched', { url: server.url });
  }
  return { ask: (checks) => (asked = checks) };
}
