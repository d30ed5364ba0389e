import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the database that can be made to break just after a commit went out, before its answer comes back. */
export interface BreakableLine {
  readonly url: string;
  /** From now on the next commit breaks it, once. */
  arm(): void;
  broken(): boolean;
  close(): void;
}

/** A TCP line of its own to the database's server. */
export async function lineThatBreaksAtCommit(url: string): Promise<BreakableLine> {
  const to = new URL(url);
  const sockets = new Set<Socket>();
  let armed = false;
  let broken = false;
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const each of [near, far]) sockets.add(each.on('error', () => undefined));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    far.on('data', (answer: Buffer) => void near.write(answer));
    near.on('data', (asked: Buffer) => {
      if (armed && asked.includes('commit\0')) {
        [armed, broken] = [false, true];
        // The server has committed when it answers; that answer is what gets lost.
        far.removeAllListeners('data').once('data', () => near.destroy());
      }
      far.write(asked);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    arm: () => (armed = true),
    broken: () => broken,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
