import { Controller, Inject, Param, Req } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { PocketView } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import type { PaperParts } from '../parts.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** What a courier carries in the phone for a trip. */
@Controller()
export class PocketController {
  constructor(@Inject(part('papers')) private readonly papers: Pick<PaperParts, 'pocket'>) {}

  @Route(routes.getPocket)
  async of(@Param('id') id: string, @Req() req: Request): Promise<PocketView> {
    const told = await this.papers.pocket.of(signedInOf(req).acting, shipmentIn(id));
    return told.ok ? told.value : refuse(told.error);
  }
}
