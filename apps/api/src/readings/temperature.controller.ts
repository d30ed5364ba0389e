import { Controller, Inject, Param, Req } from '@nestjs/common';
import type { TemperatureQuestion, TemperatureView } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { foundShipment } from '../http/answered.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The temperatures of a shipment's boxes. */
@Controller()
export class TemperatureController {
  constructor(@Inject(part('temperature')) private readonly temperature: Pick<TemperatureQuestion, 'of'>) {}

  @Route(routes.getTemperature)
  async of(@Param('id') id: string, @Req() req: Request): Promise<TemperatureView> {
    const view = await this.temperature.of(signedInOf(req).acting, shipmentIn(id));
    return foundShipment(view);
  }
}
