import { Controller, Inject, Param, Req } from '@nestjs/common';
import type { ForecastQuestions } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { foundShipment } from '../http/answered.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** What becomes of a shipment's cells until infusion. */
@Controller()
export class ForecastController {
  constructor(@Inject(part('forecasts')) private readonly forecasts: Pick<ForecastQuestions, 'forecast'>) {}

  @Route(routes.getForecast)
  async forecast(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    const view = await this.forecasts.forecast(shipmentIn(id), signedInOf(req).acting);
    return foundShipment(view);
  }
}
