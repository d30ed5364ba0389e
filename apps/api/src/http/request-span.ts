import { spanned } from '@cellrelay/platform';
import type { NextFunction, Request, Response } from 'express';
import { routes } from '../routes/route-table.js';
import { contextOf } from './request-context.js';

/** Puts the answering of a request under a span, by its route and never by what it asks for. A live stream is none: it lasts for hours. */
export function traceRequests(req: Request, res: Response, next: NextFunction): void {
  if (req.path === routes.live.path) {
    next();
    return;
  }
  const facts = { 'http.request.method': req.method, request: contextOf(req).id };
  void spanned('request', { facts, how: 'serves' }, async (note) => {
    await new Promise<void>((resolve) => {
      res.once('close', resolve);
      next();
    });
    note({ 'http.route': routeOf(req), 'http.response.status_code': res.statusCode });
  });
}

function routeOf(req: Request): string | undefined {
  const { path } = (req.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : undefined;
}
