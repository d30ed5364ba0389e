import path from 'node:path';
import { SeededIds } from './seeded-ids.js';
import type { Journey } from './journey.js';
import type { Hole } from './run.js';
import type { Telling } from './tellings.js';
import type { Told } from './told.js';

/** What of jest puts another module in the place of one: in ES modules, before whatever imports it is loaded. */
interface Mocking {
  unstable_mockModule(file: string, made: () => unknown): unknown;
}

/** Everything that goes on a journey, over one ground. `jest` is that of the spec: its ids are drawn from a seed from here on, anew in each run. */
export async function wholeStack(jest: object) {
  const ids = new SeededIds();
  (jest as Mocking).unstable_mockModule(path.resolve('libs/platform/src/ids/ids.ts'), () => ids.module);
  const { openGround } = await import('./ground.js');
  const { gone } = await import('./journey.js');
  const { origin } = await import('./run.js');
  const ground = await openGround(origin);
  const go = (journey: Journey, telling: Telling, hole: Hole = {}): Promise<Told> => {
    ids.restart();
    return gone(ground, journey, { telling, hole });
  };
  return { go, readers: ground.readers, close: () => ground.close() };
}
