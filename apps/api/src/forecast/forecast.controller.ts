import { Controller, Inject, Param, Req } from '@nestjs/common';
import type { DecisionQuestion, ForecastQuestions } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { foundShipment } from '../http/answered.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** What becomes of a shipment's cells until infusion, and what is to be decided on them. */
@Controller()
export class ForecastController {
  constructor(
    @Inject(part('forecasts')) private readonly forecasts: Pick<ForecastQuestions, 'forecast'>,
    @Inject(part('decisions')) private readonly decisions: Pick<DecisionQuestion, 'decision'>,
  ) {}

  @Route(routes.getForecast)
  async forecast(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    const view = await this.forecasts.forecast(shipmentIn(id), signedInOf(req).acting);
    return foundShipment(view);
  }

  @Route(routes.getDecision)
  async decision(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    return foundShipment(await this.decisions.decision(shipmentIn(id), signedInOf(req).acting));
  }
}
