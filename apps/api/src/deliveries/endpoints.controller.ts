import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import { endpointFault } from '@cellrelay/adapter-channels';
import { uuidForm } from '@cellrelay/kernel';
import { isOfOneMachine, newToken, newUuid, refuse, type Config } from '@cellrelay/platform';
import type { ChangeStream, EndpointStore, EndpointView } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { authorOf } from '../session/owner.js';
import { part } from '../tokens.js';

/** Programs that one's organisation has told. */
@Controller()
export class EndpointsController {
  constructor(
    @Inject(part('endpoints')) private readonly endpoints: EndpointStore,
    @Inject(part('changes')) private readonly changes: ChangeStream,
    @Inject(part('config')) private readonly config: Config,
  ) {}

  @Route(routes.listEndpoints)
  async list(@Req() req: Request): Promise<unknown> {
    return { items: await this.endpoints.list(signedInOf(req).acting.organisation.id) };
  }

  @Route(routes.makeEndpoint)
  async make(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const { url, examples } = readBody(bodies.NewEndpoint, body);
    const fault = endpointFault(url, isOfOneMachine(this.config));
    if (fault !== null) refuse({ code: 'endpoint-not-taken', sentence: fault, at: '/url' });
    const [secret, cursor] = [newSecret(), await this.changes.latestCursor()];
    const endpoint = await this.endpoints.make(authorOf(signedInOf(req)), {
      id: newUuid(),
      url,
      examples,
      secret,
      cursor,
    });
    if (endpoint === null)
      refuse({ code: 'too-many-endpoints', sentence: 'More programs are not told. End one first.' });
    return { endpoint, secret };
  }

  @Route(routes.renewEndpointSecret)
  async renew(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    readBody(bodies.Nothing, body);
    const secret = newSecret();
    const endpoint = await this.endpoints.renewSecret(authorOf(signedInOf(req)), idIn(id), secret);
    return endpoint === null ? noSuch() : { endpoint, secret };
  }

  @Route(routes.endEndpoint)
  async end(@Param('id') id: string, @Req() req: Request): Promise<EndpointView> {
    return (await this.endpoints.endFor(authorOf(signedInOf(req)), idIn(id))) ?? noSuch();
  }
}

/** As Standard Webhooks write symmetric keys. */
function newSecret(): string {
  return `whsec_${Buffer.from(newToken(), 'base64url').toString('base64')}`;
}

function idIn(id: string): string {
  return uuidForm.test(id) ? id : noSuch();
}

function noSuch(): never {
  return refuse({ code: 'no-such-endpoint', sentence: 'Your organisation has no such endpoint, or it has ended.' });
}
