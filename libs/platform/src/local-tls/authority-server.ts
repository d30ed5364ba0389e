import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authorityPage, authorityPaths, authorityStyle, type AuthorityOffer } from './authority-page.js';
import { CannotServeTls } from './certificate-files.js';

/** What is offered; what may be another at the next look is asked for each time. */
export interface OfferedAuthority {
  readonly certificate: string;
  readonly offer: () => AuthorityOffer;
}

/** The plain server beside the one over TLS: it offers the authority, and nothing else of the software. */
export interface AuthorityServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A page is small and its reader a phone; whoever is slower or says more is cut off. */
const bounds = { headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 5_000, maxHeaderSize: 8_192 } as const;
const mostConnections = 64;
const portsTried = 20;

/** Opens it on the wanted port, or the next free one; 0 is any. Throws CannotServeTls when none is free. */
export async function openAuthorityServer(
  { host, port: wanted }: { readonly host: string; readonly port: number },
  offered: OfferedAuthority,
): Promise<AuthorityServer> {
  const server = createServer(bounds, (req, res) => answer(req, res, offered));
  server.maxConnections = mostConnections;
  const last = wanted === 0 ? 0 : Math.min(wanted + portsTried, 65_535);
  for (let port = wanted; port <= last; port += 1) if (await listens(server, host, port)) return opened(server);
  throw new CannotServeTls(
    `No port from ${wanted} to ${last} is free on ${host} for the page that offers the certificate: name another in PORT.`,
  );
}

function opened(server: Server): AuthorityServer {
  // A connection that cannot be accepted is that phone's loss alone.
  server.on('error', () => undefined);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = ({ code, message }: NodeJS.ErrnoException): void =>
      code === 'EADDRINUSE'
        ? resolve(false)
        : reject(new CannotServeTls(`The page that offers the certificate cannot be served on ${host}: ${message}.`));
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const policy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function answer(req: IncomingMessage, res: ServerResponse, offered: OfferedAuthority): void {
  const { status, type, text } = answerTo(req, offered);
  res.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : text);
}

function answerTo({ method, url = '/', headers }: IncomingMessage, { certificate, offer }: OfferedAuthority): Answer {
  if (method !== 'GET' && method !== 'HEAD') return said(405, 'Only GET and HEAD.');
  switch (url.split('?', 1)[0]) {
    case authorityPaths.page:
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        text: authorityPage(offer(), headers['user-agent'] ?? ''),
      };
    case authorityPaths.style:
      return { status: 200, type: 'text/css; charset=utf-8', text: authorityStyle };
    case authorityPaths.certificate:
      return { status: 200, type: 'application/x-x509-ca-cert', text: certificate };
    default:
      return said(404, 'There is nothing here but the certificate of this computer, at /.');
  }
}

const said = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  text: `${text}\n`,
});
