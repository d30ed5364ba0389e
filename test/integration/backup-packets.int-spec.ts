import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup } from '@cellrelay/adapter-postgres';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { throwAwayDatabase } from '../support/database.js';
import { note, opened, shipmentId } from './store-fixtures.js';

/** Lets through what PostgreSQL says, but how many rows were copied in a packet of its own, and later. */
function countLater(from: Socket, to: Socket): void {
  from.on('data', (chunk) => {
    const counted = chunk.indexOf('COPY ');
    if (counted < 5) {
      to.write(chunk);
      return;
    }
    from.pause();
    to.write(chunk.subarray(0, counted - 5));
    setTimeout(() => {
      to.write(chunk.subarray(counted - 5));
      from.resume();
    }, 30);
  });
}

async function proxyTo(url: string): Promise<{ readonly server: Server; readonly url: string }> {
  const there = new URL(url);
  const server = createServer((client) => {
    const database = connect(Number(there.port), there.hostname);
    client.pipe(database);
    countLater(database, client);
    client.on('error', () => database.destroy()).on('close', () => database.destroy());
    database.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return { server, url: through.href };
}

it('a backup is whole however the network cuts up what PostgreSQL says', async () => {
  const [where, empty] = [await throwAwayDatabase(), await throwAwayDatabase({ empty: true })];
  const folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-packets-'));
  const database = await opened(where.apiUrl);
  await note(database, shipmentId());
  await database.close();
  const proxy = await proxyTo(where.ownerUrl);
  const counts = await backup(proxy.url, path.join(folder, 'kept'));
  expect(counts).toMatchObject({ shipment: 1, event: 1 });
  await restoreFrom(empty.ownerUrl, path.join(folder, 'kept'));
  proxy.server.close();
  await rm(folder, { recursive: true });
  await empty.drop();
  await where.drop();
});
