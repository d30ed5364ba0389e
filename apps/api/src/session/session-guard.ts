import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { mayAsk, possibleStandings } from '@cellrelay/shipment';
import type { Acting } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { contextOf } from '../http/request-context.js';
import { routeKey } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import type { RouteSpec } from '../routes/route-spec.js';
import { tokenReaches } from '../routes/token-reach.js';
import { Sessions } from './sessions.js';

/** Lets nobody through without a session but to the routes that the table calls open. A handler that is not in the table stays shut. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const spec = Reflect.getMetadata(routeKey, execution.getHandler()) as RouteSpec | undefined;
    if (spec?.open === true) return true;
    const req = execution.switchToHttp().getRequest<Request>();
    const signedIn = await this.sessions.of(req);
    if (signedIn === null)
      return refuse({
        code: 'sign-in-needed',
        sentence: 'You are not signed in, or your session has ended.',
        allowed: ['POST /api/v1/session'],
      });
    refuseAbove(this.limits.perSession.take(signedIn.tokenHash));
    if (signedIn.scope !== null && (spec === undefined || !tokenReaches(spec, signedIn.scope))) refuseToken();
    refuseNotTheirs(signedIn.acting, spec);
    contextOf(req).signedIn = signedIn;
    return true;
  }
}

/** Refuses what is not theirs to ask, whatever it is about. A handler that is not in the table is nobody's. */
function refuseNotTheirs(acting: Acting, spec: RouteSpec | undefined): void {
  if (spec !== undefined && mayAsk(possibleStandings(acting), spec.id)) return;
  const { role, organisation } = acting;
  const sentence = `This is not yours to ask: you act as ${role} of ${organisation.name}.`;
  refuse({ code: 'not-yours-to-ask', sentence });
}

function refuseToken(): never {
  return refuse({
    code: 'token-not-for-this',
    sentence:
      'A program’s token does not go so far: people and accounts are for people, and writing is for tokens of the scope `command`.',
  });
}

/** Refuses when a rate asks to wait. */
export function refuseAbove(seconds: number): void {
  if (seconds === 0) return;
  refuse(
    { code: 'too-many-requests', sentence: `Too many requests. Ask again in ${seconds} s.` },
    { 'Retry-After': String(seconds) },
  );
}
