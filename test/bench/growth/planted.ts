import { verify, type Database } from '@cellrelay/adapter-postgres';
import { derivations } from '../../../apps/ops/src/stack/folding.js';
import type { BigGround } from '../big/big-ground.js';
import type { Promised } from '../report/line.js';
import { copyTrips } from '../shipments/copy-trips.js';
import { countsDueAt } from '../shipments/trips-under-way.js';

/** In an hour and forty minutes nothing of the benchmark is measured any more. */
const laterMs = 100 * 60_000;

/** The copies, a few of those that are to ring among them, are as the store itself would have left them: recomputed from their logs nothing differs. */
export async function whatWasPlanted({ server }: BigGround, store: Database): Promise<Promised> {
  const later = Array.from({ length: 10 }, (_, at) => Date.now() + laterMs + at * 7_919);
  await copyTrips(server, await countsDueAt(later));
  const { shipments, events, differences } = await verify(store.pool, derivations);
  const [first] = differences;
  return {
    row: 'h',
    what: 'what was planted verifies: logs, states, agenda and the board’s lines',
    kept: shipments > later.length && differences.length === 0,
    says: `${shipments} shipments, ${events} lines, ${first === undefined ? 'no difference' : first.sentence}`,
  };
}
