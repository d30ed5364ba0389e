import net from 'node:net';
import path from 'node:path';
import { readIfThere, writeDurably } from './data-folder.js';

/** The port the server of this data folder last listened on, when it is still free; else a new free one, noted down. Always on 127.0.0.1. */
export async function portFor(dataFolder: string): Promise<number> {
  const file = path.join(dataFolder, 'database-port');
  const kept = Number.parseInt(readIfThere(file) ?? '', 10);
  if (kept > 0 && kept < 65_536 && (await isFree(kept))) return kept;
  const port = await freePort();
  writeDurably(file, `${port}\n`);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOn(port)) !== undefined;
}

async function freePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === undefined) throw new Error('127.0.0.1 has no free port left.');
  return port;
}

/** Listens for a moment; answers with the port, or undefined when it is taken. */
function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
