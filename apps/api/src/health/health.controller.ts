import { Controller, Inject, Res } from '@nestjs/common';
import { readinessOf, type HealthChecks } from '@cellrelay/platform';
import type { Response } from 'express';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Whether the process answers, and whether it can do its work. */
@Controller()
export class HealthController {
  constructor(@Inject(part('health')) private readonly checks: HealthChecks) {}

  @Route(routes.healthLive)
  live(): unknown {
    return { status: 'live' };
  }

  @Route(routes.healthReady)
  async ready(@Res({ passthrough: true }) res: Response): Promise<unknown> {
    const readiness = await readinessOf(this.checks);
    res.status(readiness.ready ? 200 : 503);
    return readiness;
  }
}
