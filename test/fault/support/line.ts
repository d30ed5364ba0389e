import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line of a test's own to a server, as a proxy in between is one, that can fall silent. */
export interface Line {
  /** The server's address by this line. */
  readonly url: string;
  /** From now on it takes everything, new connections too, and passes nothing on either way: half-open, as one that a firewall has forgotten. */
  fallSilent(): void;
  /** Whoever connects from now on is served; connections that were silenced stay so for good. */
  serveAnew(): void;
  close(): void;
}

/** Lays one to the server of that address. */
export async function lineTo(url: string): Promise<Line> {
  const to = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  const standing = new Set<() => void>();
  const server = createServer((near) => {
    sockets.add(near.on('error', () => undefined));
    if (silent) return void near.resume();
    const far = connect(Number(to.port), to.hostname);
    sockets.add(far.on('error', () => undefined));
    let silenced = false;
    standing.add(() => (silenced = true));
    const pass = (into: Socket) => (chunk: Buffer) => void (silenced || into.write(chunk));
    const end = (other: Socket) => (): void => void (silenced || other.destroy());
    near.on('data', pass(far)).on('close', end(far));
    far.on('data', pass(near)).on('close', end(near));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  [through.hostname, through.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  return {
    url: through.href,
    fallSilent: () => {
      silent = true;
      standing.forEach((silence) => silence());
    },
    serveAnew: () => (silent = false),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
