import { byHandDesk, loggerDesk, rehearsalDesks, withLoggerDesk } from '@cellrelay/adapter-desks';
import type { Database } from '@cellrelay/adapter-postgres';
import { DeskDirectory, TellDesk, type Desk } from '@cellrelay/use-cases';
import { sendsOf } from './channel-settings.js';
import { watchedDesk } from '../watching/watched-bells.js';
import type { Watching } from '../watching/watching.js';
import { airports, type StackOptions } from './stack-options.js';

/** The desks that a worker asks: by hand for real shipments, the rehearsal's for examples; loggers are looked after in our own store for both. */
export function desksOf(
  worker: Database,
  { rehearsal, script, channels }: Pick<StackOptions, 'rehearsal' | 'script' | 'channels'>,
  watching: Watching,
): DeskDirectory {
  const { shipments, readings, onCall, notices } = worker;
  const telling = new TellDesk({ shipments, onCall, notices, sends: sendsOf(channels) });
  const watched = (desks: readonly Desk[]) => desks.map((desk) => watchedDesk(desk, watching));
  const rehearsed = rehearsal ?? rehearsalDesks(script, airports);
  const unheard = rehearsed.find(({ serves }) => serves.includes('watch-logger'));
  return new DeskDirectory(shipments, {
    real: watched(withLoggerDesk([byHandDesk, telling], loggerDesk(readings))),
    rehearsal: watched(withLoggerDesk(rehearsed, loggerDesk(readings, unheard))),
  });
}
