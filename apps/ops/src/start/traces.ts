import { keepTraces, monotonicMillis, type Config, type Logger } from '@cellrelay/platform';
import type { Opened } from '../stack/opened.js';
import { sparing } from '../stack/sparing.js';

/** What a process of one side is called where traces are kept. */
export type Service = 'cellrelay' | 'cellrelay-api' | 'cellrelay-worker';

/** Keeps traces where a collector is named; they are sent last of all, when everything else has been closed. */
export async function openTraces(
  { config, logger }: { readonly config: Config; readonly logger: Logger },
  service: Service,
  opened: Opened,
): Promise<void> {
  if (config.tracesTo === null) return;
  const failed = sparing((reason, repeated) => logger.warn('traces-not-sent', { reason, repeated }), monotonicMillis);
  const stop = await keepTraces({ endpoint: config.tracesTo, service }, failed);
  opened.add(() => stop().catch(() => undefined));
  logger.info('traced', { service });
}
