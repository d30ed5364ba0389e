import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Nest's own line about an address in use. Whoever listens gets the same error and tries the next port, or tells it. */
const addressInUse = /^Error: listen EADDRINUSE\b/;

/** Lets Nest's own lines go where ours go. Its chatter at start is debug; its errors are errors. */
export function nestLogger(logger: Logger): LoggerService {
  const told = (message: unknown, rest: readonly unknown[]) => ({ message: textOf(message), context: rest.at(-1) });
  return {
    log: (message: unknown, ...rest: unknown[]) => logger.debug('nest', told(message, rest)),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug('nest', told(message, rest)),
    verbose: (message: unknown, ...rest: unknown[]) => logger.debug('nest', told(message, rest)),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn('nest', told(message, rest)),
    error: (message: unknown, ...rest: unknown[]) =>
      addressInUse.test(textOf(message))
        ? logger.debug('nest', told(message, rest))
        : logger.error('nest', told(message, rest)),
    fatal: (message: unknown, ...rest: unknown[]) => logger.error('nest', told(message, rest)),
  };
}

function textOf(message: unknown): string {
  return message instanceof Error ? (message.stack ?? message.message) : String(message);
}
