import { Catch, HttpException, Inject, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HashingBusy, problemOf, problemType, RefusedError, type Logger, type SaidRefusal } from '@cellrelay/platform';
import { IdentitiesClosed } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import type { ApiParts } from '../parts.js';
import { part } from '../tokens.js';
import { contextOf } from './request-context.js';

/** Turns whatever ended a request into a problem document. A defect shows its request's id and nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(part('logger')) private readonly logger: Logger,
    @Optional() @Inject(part('outage')) private readonly outage: ApiParts['outage'],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const req = host.switchToHttp().getRequest<Request>();
    const res = host.switchToHttp().getResponse<Response>();
    const refused = this.refusedBy(error);
    const where = { request: contextOf(req).id, method: req.method, route: routeOf(req), error };
    if (refused.refusal.code === 'defect') this.logger.error('request-failed', where);
    if (refused.refusal.code === unreachable.code) this.logger.warn('database-unreachable', where);
    sendProblem(req, res, refused);
  }

  private refusedBy(error: unknown): RefusedError {
    if (error instanceof RefusedError) return error;
    if (this.outage?.(error) === true) return new RefusedError(unreachable, { 'Retry-After': '5' });
    if (error instanceof IdentitiesClosed) return new RefusedError({ code: error.code, sentence: error.message });
    return new RefusedError(refusalOf(error), headersOf(error));
  }
}

/** Answers with the refusal, unless the answer has begun already: then all that can be done is to break it off. */
export function sendProblem(req: Request, res: Response, { refusal, headers }: RefusedError): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const problem = { ...problemOf(refusal), request: contextOf(req).id };
  res
    .status(problem.status)
    .set(headers)
    .type(problemType)
    .set('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}

const busy: SaidRefusal = { code: 'busy', sentence: 'Too many are signing in at once. Try again in a few seconds.' };
const unreachable: SaidRefusal = {
  code: 'database-unreachable',
  sentence:
    'The database cannot be reached, or cannot write, just now. Send the same again in a few seconds; a command under the same key, so that it is done once.',
};
const defect: SaidRefusal = {
  code: 'defect',
  sentence:
    'Something went wrong here. Nothing is known of whether it took effect: look again before you repeat it. The request’s id helps to find out.',
};

/** A refusal for what was thrown by the framework, a library or our own defect. */
function refusalOf(error: unknown): SaidRefusal {
  if (error instanceof HashingBusy) return busy;
  if (!(error instanceof HttpException)) return defect;
  if (error.getStatus() === 404)
    return { code: 'no-such-address', sentence: 'There is nothing at this address. /api/docs tells what there is.' };
  return error.getStatus() < 500
    ? { code: 'path-malformed', sentence: 'The address or a header of the request cannot be read.' }
    : defect;
}

function headersOf(error: unknown): Readonly<Record<string, string>> {
  return error instanceof HashingBusy ? { 'Retry-After': '5' } : {};
}

/** The route's pattern rather than the address, which may carry what somebody searched for. */
function routeOf(req: Request): string {
  const route: unknown = req.route;
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '(none)';
}
