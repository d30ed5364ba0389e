import type { BellRequest } from '@cellrelay/use-cases';
import type { OurBells } from '../bells/our-bells.js';
import type { BenchServer } from '../ground/bench-server.js';
import { inChunks } from '../ground/in-chunks.js';

/** So far off that nothing of it rings meanwhile. */
export const farMs = 3 * 60 * 60_000;

const text = `
select id, revision, stage, does, due_at as "dueAt", $2::float8 as "waitMs" from cellrelay.agenda_item
where closed_at is null and does = 'ring' order by due_at desc limit $1`;

/** Hangs bells of so many open items, hours ahead: they wait in the queue while others ring. */
export async function hangFar({ bell }: OurBells, { admin }: BenchServer, count: number): Promise<void> {
  const { rows } = await admin.query<BellRequest>(text, [count, farMs]);
  if (rows.length < count) throw new Error(`there are only ${rows.length} open items to hang bells for`);
  await inChunks(rows, (some) => bell.arm(some));
}
