import type pg from 'pg';
import { mustFind } from '../ground/must-find.js';
import { openStore } from '../ground/open-store.js';
import { barePool } from '../ground/bare-pool.js';
import type { BenchServer } from '../ground/bench-server.js';
import type { RowResult } from '../report/line.js';
import { plantCopies } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import type { Sizes } from '../sizes.js';
import { bareWays, writeBare, type BareShipment, type BareWay } from './bare-writer.js';
import { runClients, type Round } from './clients.js';
import { resultOf, type Side, type Sides } from './commands-result.js';
import { flownBy } from './daily-commands.js';
import { OurClients } from './our-clients.js';
import { recordCommits } from './recorded-commits.js';

const recorded = 60;

/** Row a: durable commands per second, against the same rows written by the bare driver. */
export async function commandsRow(server: BenchServer, { commands: sizes }: Sizes): Promise<RowResult> {
  const { clients, roundMs } = sizes;
  const store = await openStore(server.apiUrl, clients);
  const forgetful = await openStore(server.apiUrl, clients, { remembers: 0 });
  const pool = barePool(server.apiUrl, clients);
  try {
    const trip = await preparedTrip();
    const flown = flownBy(trip);
    const ids = await plantCopies(store.shipments, trip, sizes.shipments);
    const [hot] = await plantCopies(store.shipments, trip, 1);
    const bare = (await plantCopies(store.shipments, trip, sizes.shipments)).map((id): BareShipment => ({
      id,
      seq: trip.entries.length,
    }));
    const commits = await recordCommits(trip, flown, recorded);
    const ours = new OurClients(store, flown, trip.shipment.stageRevisions);
    const unremembered = new OurClients(forgetful, flown, trip.shipment.stageRevisions);
    const others = await plantCopies(store.shipments, trip, sizes.shipments);
    const bareSide = (way: BareWay): Side =>
      side(way, () =>
        runClients(clients, roundMs, (client, nth) => {
          const shipment = mustFind(bare, (nth * clients + client) % bare.length);
          return writeBare(pool, way, shipment, mustFind(commits, nth % commits.length));
        }),
      );
    const sides = {
      many: side('many shipments', () =>
        runClients(clients, roundMs, (client, nth) => ours.onOwn(ids, { client, clients, nth })),
      ),
      ways: (Object.keys(bareWays) as BareWay[]).map(bareSide),
      unremembered: side('many shipments, none remembered', () =>
        runClients(clients, roundMs, (client, nth) => unremembered.onOwn(others, { client, clients, nth })),
      ),
      hot: side('one shipment', () => runClients(clients, roundMs, () => ours.onHot(mustFind([hot], 0)))),
    };
    await interleave(server.admin, sides, sizes.rounds);
    const all = [...ids, ...others, mustFind([hot], 0)];
    const stored = await storedEvents(server.admin, all);
    return resultOf(sides, {
      answered: ours.events + unremembered.events + all.length * trip.entries.length,
      stored,
    });
  } finally {
    await pool.end();
    await store.close();
    await forgetful.close();
  }
}

function side(name: string, run: () => Promise<Round>): Side {
  return { name, run, rounds: [], walBytes: 0, cpuMs: 0 };
}

/** A round of each side that nobody counts, then round after round, one side after the other: whatever else the machine does falls on all of them. */
async function interleave(admin: pg.Client, { many, unremembered, ways, hot }: Sides, rounds: number): Promise<void> {
  const all = [many, ...ways, unremembered, hot];
  for (const each of all) await each.run();
  for (let round = 0; round < rounds; round += 1) {
    for (const each of all) {
      const before = await walPosition(admin);
      const cpu = process.cpuUsage();
      each.rounds.push(await each.run());
      const { user, system } = process.cpuUsage(cpu);
      each.cpuMs += (user + system) / 1_000;
      each.walBytes += (await walPosition(admin)) - before;
    }
  }
}

async function walPosition(admin: pg.Client): Promise<number> {
  const found = await admin.query<{ at: string }>(`select pg_current_wal_lsn() - '0/0' as at`);
  return Number(mustFind(found.rows, 0).at);
}

async function storedEvents(admin: pg.Client, ids: readonly string[]): Promise<number> {
  const text = 'select count(*)::integer as count from cellrelay.event where shipment = any ($1::uuid[])';
  return mustFind((await admin.query<{ count: number }>(text, [ids])).rows, 0).count;
}
