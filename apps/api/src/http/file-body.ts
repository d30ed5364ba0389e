import { RefusedError, type SaidRefusal } from '@cellrelay/platform';
import { fileLimits } from '@cellrelay/use-cases';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';

/** As what a file may be sent: neither is a type that a form on another site can send without asking first. */
export const fileTypes = ['text/csv', 'application/octet-stream'] as const;

const addresses = /^\/api\/v1\/shipments\/[^/]+\/loggers\/[^/]+\/(file-preview|files)\/?$/i;

/** Whether the request's body is a file, to be read by its handler once it is known that the sender may send one. */
export function bringsFile({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'POST' && addresses.test(url?.split('?')[0] ?? '');
}

function faultOf({ headers }: Request): SaidRefusal | undefined {
  if (headers['content-encoding'] !== undefined)
    return { code: 'body-encoded', sentence: 'The body must not be compressed.' };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if ((fileTypes as readonly string[]).includes(type)) return undefined;
  const allowed = fileTypes.map((each) => `Content-Type: ${each}`);
  return { code: 'body-not-file-type', sentence: 'The body must be the file as it is, and say so.', allowed };
}

const tooLarge: SaidRefusal = {
  code: 'file-too-large',
  sentence: `The file is larger than ${fileLimits.bytes / 1024 / 1024} MiB. Send the days of the trip alone.`,
};
const brokenOff: SaidRefusal = { code: 'request-broken-off', sentence: 'The request broke off.' };

/** The bytes of the file that a request brings. Refused where it does not say that it is one, by the size that it states, or at the first byte too many: no more is held than may be sent. */
export function fileIn(req: Request): Promise<Uint8Array> {
  const fault = faultOf(req);
  if (fault !== undefined) return Promise.reject(new RefusedError(fault));
  if (Number(req.headers['content-length'] ?? 0) > fileLimits.bytes) return Promise.reject(new RefusedError(tooLarge));
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    req.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > fileLimits.bytes) {
        pieces.length = 0;
        reject(new RefusedError(tooLarge));
      } else pieces.push(piece);
    });
    req.on('end', () => resolve(Buffer.concat(pieces)));
    const broke = (): void => reject(new RefusedError(brokenOff));
    req.on('error', broke);
    req.on('close', broke);
  });
}
