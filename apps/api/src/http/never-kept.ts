import type { NextFunction, Request, Response } from 'express';

/**
 * An answer is for whoever asked: neither a proxy nor the browser's disk keeps it (RFC 9111, section 5.2.2.5; without a word they may, as section 4.2.2 has it). The
 * board's own files say otherwise of themselves.
 */
export function neverKept(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Cache-Control', 'no-store');
  next();
}
