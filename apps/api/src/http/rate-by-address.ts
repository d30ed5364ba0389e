import type { NextFunction, Request, Response } from 'express';
import type { TokenBuckets } from '../limits/token-bucket.js';
import { refuseAbove } from '../session/session-guard.js';

/** Bounds what one address may ask, signed in or not. */
export function rateByAddress(buckets: TokenBuckets) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    refuseAbove(buckets.take(req.ip ?? ''));
    next();
  };
}
