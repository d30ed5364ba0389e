import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { notBuiltPage } from './not-built-page.js';

/** Addresses of the program, and of the page that a paper's code leads to; whatever else a browser asks for is a page of the board's own. */
const program = /^\/((api|health)(\/|$)|papers\/[^/]+$)/;
const year = 31_536_000;

/** Serves the built board at `/`: hashed files for ever, `index.html` looked up each time, also for addresses that only the board knows. */
export function serveBoard(app: NestExpressApplication, folder: string | null): void {
  const index = folder === null ? null : join(folder, 'index.html');
  const built = index !== null && existsSync(index);
  if (built && folder !== null) app.useStaticAssets(folder, { index: false, redirect: false, setHeaders: cacheFor });
  app.use((req: Request, res: Response, next: NextFunction): void => {
    if (!isPage(req)) return next();
    res.set('Cache-Control', 'no-cache');
    if (built && index !== null) return res.sendFile(index);
    res.status(503).type('html').send(notBuiltPage);
  });
}

function isPage(req: Request): boolean {
  const reads = req.method === 'GET' || req.method === 'HEAD';
  return reads && !program.test(req.path) && !/\.\w+$/.test(req.path) && req.accepts('html') !== false;
}

/** Vite writes a hash of the content into the names under assets/: such a file never changes. */
function cacheFor(res: { setHeader(name: string, value: string): unknown }, path: string): void {
  const hashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path);
  res.setHeader('Cache-Control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
}
