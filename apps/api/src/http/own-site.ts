import { bearerIn, refuse, type Config } from '@cellrelay/platform';
import type { NextFunction, Request, Response } from 'express';
import type { LocalTls } from '../parts.js';
import { bringsFile } from './file-body.js';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const longestAddress = 2_048;

/** Refuses addresses that are too long. */
export function boundAddress(req: Request, _res: Response, next: NextFunction): void {
  if (req.originalUrl.length > longestAddress)
    refuse({ code: 'address-too-long', sentence: `The address has more than ${longestAddress} characters.` });
  next();
}

/**
 * Refuses requests for another host's name: a page elsewhere whose name has been pointed at this computer (DNS rebinding) would
 * otherwise be taken for our own. Bound to an address for others without a known origin, any name is taken; with a
 * certificate of this machine's own, the names that it vouches for.
 */
export function ownHostOnly(web: Config['web'], localTls?: LocalTls) {
  const known = web.origin === null ? undefined : new URL(web.origin).host;
  const local = /^(127\.|localhost$|::1$)/.test(web.host);
  const others = localTls?.serves ?? ((host: string): boolean => !local && host !== '');
  const served = (host: string): boolean =>
    host === known || loopback.test(host) || (known === undefined && others(host));
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (hostsIn(req.rawHeaders) > 1)
      refuse({ code: 'path-malformed', sentence: 'The request names more than one host.' });
    if (!served(req.headers.host ?? '')) {
      refuse({
        code: 'host-not-served',
        sentence: 'This server is not known under that name. Set CELLRELAY_ORIGIN to how browsers reach it.',
      });
    }
    next();
  };
}

/** Node takes the first of several; a proxy in front may have gone by another (RFC 9112, section 3.2). */
function hostsIn(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length;
}

const reading = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that do not come from our own pages: the Origin header must name this host or the configured origin (OWASP, CSRF). A program that brings a
 * token need not: no other site's page can make a browser send that header here, and beside it no cookie counts.
 */
export function ownOriginOnly(web: Config['web'], localTls?: LocalTls) {
  const ours = localTls === undefined ? /^https?:/ : /^https:/;
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (
      !reading.includes(req.method) &&
      !isOwn(req, web.origin, ours) &&
      bearerIn(req.headers.authorization) === null
    ) {
      const sentence =
        'A write must name its origin, and it must be this server’s: send the header Origin with its address, as browsers do.';
      refuse({
        code: 'origin-refused',
        sentence,
        allowed: [web.origin ?? `${req.protocol}://${req.headers.host ?? ''}`],
      });
    }
    next();
  };
}

function isOwn(req: Request, known: string | null, ours: RegExp): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === known || (new URL(origin).host === host && ours.test(origin));
}

/**
 * Refuses bodies that do not say they are JSON: a form on another site cannot send that without asking first. A file is asked likewise for what it says it is, by its handler.
 */
export function jsonOnly(req: Request, _res: Response, next: NextFunction): void {
  const hasBody = Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined;
  const isPost = req.method === 'POST';
  if (
    !bringsFile(req) &&
    (hasBody || isPost) &&
    !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(req.headers['content-type'] ?? '')
  ) {
    refuse(
      {
        code: 'body-not-json-type',
        sentence: 'The body must be JSON and say so.',
        allowed: ['Content-Type: application/json'],
      },
      { Accept: 'application/json' },
    );
  }
  next();
}
