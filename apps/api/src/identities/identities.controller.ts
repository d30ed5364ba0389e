import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { identityFields, type Identities } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody } from '../http/faults.js';
import { recordRevisionIn, revisionIn, shipmentIn } from '../http/preconditions.js';
import { valueOf } from '../http/answered.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { whoseIn, type Named } from './identity-asked.js';

/** Who donor and recipients are. Nothing of it is kept by whoever carries the answer. */
@Controller()
export class IdentitiesController {
  constructor(@Inject(part('identities')) private readonly identities: Pick<Identities, keyof Identities>) {}

  @Route(routes.listIdentities)
  async list(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const items = await this.identities.standing(askerOf(req), shipmentIn(id));
    res.setHeader('Cache-Control', 'no-store');
    return { items, fields: items.length === 0 ? {} : identityFields };
  }

  @Route(routes.getIdentity)
  async read(@Param() named: Named, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    const { fields, ...standing } = valueOf(await this.identities.read(askerOf(req), whoseIn(named)));
    return tagged({ ...fields, ...standing }, res);
  }

  @Route(routes.putIdentity)
  async record(
    @Param() named: Named,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const said = { body, revision: recordRevisionIn(req.headers) };
    const { revision } = valueOf(await this.identities.record(askerOf(req), whoseIn(named), said));
    return tagged({ revision, erased: false }, res);
  }

  @Route(routes.eraseIdentity)
  async erase(@Param() named: Named, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    const stated = revisionIn(req.headers, false);
    const { revision } = valueOf(await this.identities.erase(askerOf(req), whoseIn(named), stated));
    return tagged({ revision, erased: true }, res);
  }

  @Route(routes.eraseIdentityTogether)
  async eraseTogether(
    @Param() named: Named,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const said = { ...readBody(bodies.Erasure, body), revision: revisionIn(req.headers, false) };
    return tagged(valueOf(await this.identities.eraseTogether(askerOf(req), whoseIn(named), said)), res);
  }
}

function tagged<T extends { readonly revision: number }>(answer: T, res: Response): T {
  res.setHeader('ETag', `"${answer.revision}"`);
  res.setHeader('Cache-Control', 'no-store');
  return answer;
}
