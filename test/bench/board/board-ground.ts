import pg from 'pg';
import { createPasswords } from '@cellrelay/platform';
import type { ShipmentId } from '@cellrelay/kernel';
import { firstCoordinator } from '../../support/first-coordinator.js';
import { OurClients } from '../commands/our-clients.js';
import { flownBy } from '../commands/daily-commands.js';
import type { BenchServer } from '../ground/bench-server.js';
import { startBenchServer } from '../ground/bench-server.js';
import { openStore } from '../ground/open-store.js';
import { atTheEnd } from '../ground/undo.js';
import { plantCopies } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import { startServer, type ServerProcess } from '../start/server-process.js';
import type { Account } from './bench-browser.js';

const clients = 8;

/** The built program over a database of its own with shipments that can be changed, a coordinator and a courier. */
export interface BoardGround {
  readonly server: BenchServer;
  readonly program: ServerProcess;
  readonly ids: readonly ShipmentId[];
  readonly coordinator: Account;
  readonly courier: Account;
  /** Sends that many commands a second, spread evenly over the shipments, and answers how many were taken. */
  change(perSecond: number, overMs: number): Promise<number>;
}

export async function openBoardGround(folder: string, changing: number): Promise<BoardGround> {
  const server = await startBenchServer(folder, 'board-database');
  atTheEnd(() => server.stop());
  const store = await openStore(server.apiUrl, clients, { remembers: changing });
  atTheEnd(() => store.close());
  const coordinator = await firstCoordinator(store.accounts, createPasswords());
  const courier = await courierBeside(server, coordinator);
  const trip = await preparedTrip();
  const ids = await plantCopies(store.shipments, trip, changing);
  const ours = new OurClients(store, flownBy(trip), trip.shipment.stageRevisions);
  const program = await startServer({ DATABASE_URL: server.ownerUrl });
  const change = (perSecond: number, overMs: number): Promise<number> => paced(ours, ids, { perSecond, overMs });
  return { server, program, ids, coordinator, courier, change };
}

/** The same password: what it opens is all that differs. */
async function courierBeside(server: BenchServer, { password }: Account): Promise<Account> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await client.query(`
      insert into cellrelay.account (name, password_hash, organisation, person, role, courier)
      select 'courier', password_hash, organisation, 'EXAMPLE Courier', 'courier', 'bench-1' from cellrelay.account`);
  } finally {
    await client.end();
  }
  return { name: 'courier', password };
}

/** Each client sends its part in its own rhythm; one that is late sends at once. */
async function paced(
  ours: OurClients,
  ids: readonly ShipmentId[],
  { perSecond, overMs }: { readonly perSecond: number; readonly overMs: number },
): Promise<number> {
  const began = performance.now();
  const each = (clients / perSecond) * 1_000;
  let sent = 0;
  const one = async (client: number): Promise<void> => {
    for (let nth = 0; performance.now() - began < overMs; nth += 1) {
      const due = began + nth * each + (client / clients) * each;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await ours.onOwn(ids, { client, clients, nth });
      sent += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return sent;
}
