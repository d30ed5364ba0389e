import { monotonicMillis } from '@cellrelay/platform';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on what the terminal has sent already: one Ctrl-C comes twice, the second a moment after the first. */
const sameWishMs = 2_000;

/**
 * So long the process stays after everything is closed: an echo of the Ctrl-C that is still on its way must find somebody to hear it, or the
 * signal ends the process by its own hand and not with its exit code.
 */
export const echoMs = 500;

/** The exit code of a program that was interrupted. */
const interrupted = 130;

/**
 * Resolves when the process is asked to end. Asked again while it ends, it ends at once: nothing that was recorded is lost by it, and the server that is left
 * running is taken over by the next start.
 */
export function askedToEnd(say: (line: string) => void): Promise<void> {
  // A terminal that was closed takes no more lines. That must not end the process before everything is closed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return new Promise((resolve) => {
    let firstAt: number | null = null;
    const hear = (): void => {
      if (firstAt === null) {
        firstAt = monotonicMillis();
        say('Ending. (Ctrl-C again ends it at once.)');
        resolve();
      } else if (monotonicMillis() - firstAt > sameWishMs) {
        process.exit(interrupted);
      }
    };
    for (const signal of signals) process.on(signal, hear);
  });
}
