import { monotonicMillis, type Logger } from '@cellrelay/platform';
import type { NextFunction, Request, Response } from 'express';
import { contextOf } from './request-context.js';

/** Writes a line for every write that was answered, and for every answer that is our own fault; reads are for debugging. */
export function logAnswers(logger: Logger) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const began = monotonicMillis();
    res.on('finish', () => {
      const ms = Math.round(monotonicMillis() - began);
      const level = res.statusCode >= 500 ? 'warn' : req.method === 'GET' || req.method === 'HEAD' ? 'debug' : 'info';
      logger[level]('answered', {
        request: contextOf(req).id,
        method: req.method,
        path: withoutSecret(req.path),
        status: res.statusCode,
        ms,
      });
    });
    next();
  };
}

/** The one address that is a secret itself. Routes are found in either case. */
export function withoutSecret(path: string): string {
  return path.replace(/(\/calendar\/).+$/i, '$1…');
}
