import { Controller, Inject, Optional, Param, Req } from '@nestjs/common';
import { refuse, type ClockDifference } from '@cellrelay/platform';
import { bellsStand, digestFor, type BellsView, type DowntimeStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { downtimeParams } from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Whether bells ring, and what fell due while they did not. */
@Controller()
export class BellsController {
  constructor(
    @Inject(part('downtimes')) private readonly downtimes: DowntimeStore,
    @Optional() @Inject(part('clockDifference')) private readonly clockDifference?: () => ClockDifference | null,
  ) {}

  @Route(routes.getBells)
  async bells(): Promise<BellsView> {
    const clock = this.clockDifference?.();
    const says = clock?.sentence ?? 'The clocks have not been compared yet.';
    return { ...(await bellsStand(this.downtimes)), clock: { ok: clock?.verdict !== 'refuse', says } };
  }

  @Route(routes.listDowntimes)
  list(@Req() req: Request): Promise<unknown> {
    return digestFor(this.downtimes, signedInOf(req).name);
  }

  @Route(routes.dismissDowntime)
  async dismiss(@Param('id') id: string, @Req() req: Request): Promise<void> {
    const numbered = downtimeParams.safeParse({ id }).success;
    if (numbered && (await this.downtimes.dismiss(id, signedInOf(req).name))) return;
    refuse({ code: 'no-such-downtime', sentence: 'There is no downtime of this number.' });
  }
}
