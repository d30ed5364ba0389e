import { refuse } from '@cellrelay/platform';
import type { NextFunction, Request, Response } from 'express';
import { routeList } from '../routes/route-table.js';

const addresses = routeList.map((spec) => ({
  pattern: new RegExp(`^${spec.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  method: spec.method,
}));

/** The methods that an address of the route table takes; empty when it is none of the table. */
export function methodsAt(path: string): readonly string[] {
  const methods = addresses.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method.toUpperCase());
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

/** Refuses a method that the address does not take, and says which it does. */
export function knownMethodOnly(req: Request, _res: Response, next: NextFunction): void {
  const methods = methodsAt(req.path);
  if (methods.length > 0 && !methods.includes(req.method)) {
    refuse(
      { code: 'method-not-allowed', sentence: `This address does not take ${req.method}.`, allowed: methods },
      { Allow: methods.join(', ') },
    );
  }
  next();
}
