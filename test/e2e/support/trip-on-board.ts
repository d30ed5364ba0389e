import type { Browser } from 'playwright-core';
import { plusMinutes } from '@cellrelay/kernel';
import { openBrowser } from './browser.js';
import { FreeRoutes } from './example-routes.js';
import { tripUpTo, type HowFar, type TripSoFar } from './example-trips.js';
import { RunningBoard } from './running-board.js';

/** A board with a trip on it, and a browser. */
export interface TripOnBoard {
  readonly board: RunningBoard;
  readonly browser: Browser;
  readonly trip: TripSoFar;
  close(): Promise<void>;
}

/** Its collection began eighteen hours ago. */
export async function tripOnBoard(upTo: HowFar['upTo']): Promise<TripOnBoard> {
  const [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const collectionStartsAt = plusMinutes(await board.stack.api.clock.now(), -18 * 60);
  const trip = tripUpTo(
    new FreeRoutes().take(() => collectionStartsAt),
    { collectionStartsAt, upTo },
  );
  await board.plant(trip);
  const close = async (): Promise<void> => {
    await browser.close();
    await board.close();
  };
  return { board, browser, trip, close };
}
