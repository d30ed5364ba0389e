import { RefusedError, type SaidRefusal } from '@cellrelay/platform';
import { scanMediaTypes } from '@cellrelay/shipment';
import { fileLimits, orderFileLimits, scanFileLimits } from '@cellrelay/use-cases';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';

/** As what a file may be sent: none is a type that a form on another site can send without asking first. */
export const fileTypes = ['text/csv', 'application/octet-stream'] as const;
export const scanTypes = [...scanMediaTypes, 'application/octet-stream'] as const;

const addresses =
  /^\/api\/v1\/(shipments\/[^/]+\/(loggers\/[^/]+\/(file-preview|files)|scans)|orders\/(preview|import))\/?$/i;

/** Which files are taken at an address. */
interface Taken {
  readonly types: readonly string[];
  readonly bytes: number;
  /** What to do about one that is larger. */
  readonly smaller: string;
}

const readingFile: Taken = { types: fileTypes, ...fileLimits, smaller: 'Send the days of the trip alone.' };
const scanFile: Taken = {
  types: scanTypes,
  ...scanFileLimits,
  smaller: 'Scan it at 200 dots an inch, or photograph it with fewer.',
};
const orderFile: Taken = { types: fileTypes, bytes: orderFileLimits.bytes, smaller: 'Send the orders in parts.' };

/** Whether the request's body is a file, to be read by its handler once it is known that the sender may send one. */
export function bringsFile({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'POST' && addresses.test(url?.split('?')[0] ?? '');
}

function faultOf({ headers }: Request, { types }: Taken): SaidRefusal | undefined {
  if (headers['content-encoding'] !== undefined)
    return { code: 'body-encoded', sentence: 'The body must not be compressed.' };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (types.includes(type)) return undefined;
  const allowed = types.map((each) => `Content-Type: ${each}`);
  return { code: 'body-not-file-type', sentence: 'The body must be the file as it is, and say so.', allowed };
}

function tooLarge({ bytes, smaller }: Taken): RefusedError {
  const sentence = `The file is larger than ${bytes / 1024 / 1024} MiB. ${smaller}`;
  return new RefusedError({ code: 'file-too-large', sentence });
}

const brokenOff: SaidRefusal = { code: 'request-broken-off', sentence: 'The request broke off.' };

/** The bytes of a logger's file. */
export function fileIn(req: Request): Promise<Uint8Array> {
  return bytesIn(req, readingFile);
}

/** The bytes of a file of orders. */
export function ordersIn(req: Request): Promise<Uint8Array> {
  return bytesIn(req, orderFile);
}

/** The bytes of a scan. */
export function scanIn(req: Request): Promise<Uint8Array> {
  return bytesIn(req, scanFile);
}

/** The bytes of the file that a request brings. Refused where it does not say that it is one, by the size that it states, or at the first byte too many: no more is held than may be sent. */
function bytesIn(req: Request, taken: Taken): Promise<Uint8Array> {
  const fault = faultOf(req, taken);
  if (fault !== undefined) return Promise.reject(new RefusedError(fault));
  if (Number(req.headers['content-length'] ?? 0) > taken.bytes) return Promise.reject(tooLarge(taken));
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    req.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > taken.bytes) {
        pieces.length = 0;
        reject(tooLarge(taken));
      } else pieces.push(piece);
    });
    req.on('end', () => resolve(Buffer.concat(pieces)));
    const broke = (): void => reject(new RefusedError(brokenOff));
    req.on('error', broke);
    req.on('close', broke);
  });
}
