import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';
import { readinessOf, type HealthChecks } from '../health/health.js';

/** What is shown to whoever watches a process: figures, and whether it can do its work. Never who anybody is, and no secret. */
export interface Watched {
  /** The figures in the text form of Prometheus. */
  readonly figures: () => Promise<Page>;
  /** What readiness asks now; it may be otherwise the next time. */
  readonly health: () => HealthChecks;
}

/** Something to answer with. */
export interface Page {
  readonly type: string;
  readonly text: string;
}

/** A server for monitors, apart from the one for people: it has no session, no board and no route that writes. */
export interface WatchServer {
  /** Where it is reached. */
  readonly url: string;
  /** Stops at once, whoever is still connected. */
  close(): Promise<void>;
}

/** Why there is no such server, for whoever set its address. */
export class CannotWatch extends Error {
  override readonly name = 'CannotWatch';
}

/** Monitors come every few seconds and say little; whoever does otherwise is cut off. */
const bounds = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 8_192,
} as const;
const mostConnections = 64;

/** Opens it on exactly this port: a monitor looks there and nowhere else. Port 0 is any. Throws CannotWatch when it cannot listen. */
export async function openWatchServer(
  { host, port }: { readonly host: string; readonly port: number },
  watched: Watched,
): Promise<WatchServer> {
  const server = createServer(bounds, (req, res) => void answer(req, res, watched));
  server.maxConnections = mostConnections;
  await listening(server, host, port);
  return {
    url: addressOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotWatch(whyNot(error, host, port))));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      // A connection that cannot be accepted is the monitor's loss alone.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const setting = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? 'CELLRELAY_WATCH_HOST' : 'CELLRELAY_WATCH_PORT';
  const why = code === 'EADDRINUSE' ? 'something else listens there' : message;
  return `The watch port ${port} cannot be opened on ${host}: ${why}. Name another in ${setting}.`;
}

function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
}

const pages: Readonly<Record<string, (watched: Watched) => Promise<Page & { readonly status: number }>>> = {
  '/metrics': async ({ figures }) => ({ status: 200, ...(await figures()) }),
  '/health/live': () => Promise.resolve({ status: 200, ...json({ status: 'live' }) }),
  '/health/ready': async ({ health }) => {
    const readiness = await readinessOf(health());
    return { status: readiness.ready ? 200 : 503, ...json(readiness) };
  },
};

const json = (value: unknown): Page => ({ type: 'application/json; charset=utf-8', text: JSON.stringify(value) });
const said = (status: number, text: string) => ({ status, type: 'text/plain; charset=utf-8', text: `${text}\n` });

async function answer(req: IncomingMessage, res: ServerResponse, watched: Watched): Promise<void> {
  const page = await pageOf(req, watched).catch(() => said(500, 'This could not be answered.'));
  res.writeHead(page.status, {
    'Content-Type': page.type,
    'Content-Length': Buffer.byteLength(page.text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(page.status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : page.text);
}

async function pageOf({ method, url = '/' }: IncomingMessage, watched: Watched) {
  if (method !== 'GET' && method !== 'HEAD') return said(405, 'Only GET and HEAD.');
  const path = url.split('?', 1)[0] ?? '/';
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  return page?.(watched) ?? said(404, `There is ${Object.keys(pages).join(', ')}.`);
}
