import { newUuid } from '@cellrelay/platform';
import type { Acting, Asker, TokenScope } from '@cellrelay/use-cases';
import type { NextFunction, Request, Response } from 'express';

/** Who asks, once the guard has let them through. */
export interface SignedIn {
  /** The account's name. */
  readonly name: string;
  /** The account's id. */
  readonly account: string;
  readonly acting: Acting;
  /** By which the session or the program's token is found again. */
  readonly tokenHash: string;
  /** How far a program's token goes; null: a person, by a session. */
  readonly scope: TokenScope | null;
}

/** What is known of one request besides what it says itself. */
export interface RequestContext {
  /** Named in the answer and in the log, so that the two can be brought together. */
  readonly id: string;
  signedIn: SignedIn | null;
}

const contexts = new WeakMap<object, RequestContext>();

/** Gives every request its id. */
export function giveContext(req: Request, res: Response, next: NextFunction): void {
  const context = contextOf(req);
  res.setHeader('X-Request-Id', context.id);
  next();
}

/** The context of a request. */
export function contextOf(req: object): RequestContext {
  const known = contexts.get(req);
  if (known !== undefined) return known;
  const made: RequestContext = { id: newUuid(), signedIn: null };
  contexts.set(req, made);
  return made;
}

/** Who is signed in. Throws on a route that the guard has not watched: a defect. */
export function signedInOf(req: object): SignedIn {
  const { signedIn } = contextOf(req);
  if (signedIn === null) throw new Error('asked who is signed in on a route without a session');
  return signedIn;
}

/** Who asks. */
export function askerOf(req: Request): Asker {
  const { name: account, acting } = signedInOf(req);
  return { account, acting };
}
