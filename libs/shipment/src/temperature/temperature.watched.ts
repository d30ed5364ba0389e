import type { LoggerId, TemperatureState, Watched } from './temperature.js';

/** How a logger is looked after; one that was never bound has not been. */
export function watchOf({ watched }: Pick<TemperatureState, 'watched'>, logger: LoggerId): Watched {
  const never = { logger, times: 0, through: null, silentAt: null, silentSince: null };
  return watched.find((each) => each.logger === logger) ?? never;
}
