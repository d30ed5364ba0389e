import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { LabelsView, ShipmentLabels } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { printQuery } from '../routes/label-queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Labels of a shipment's bags and of its box. */
@Controller()
export class LabelsController {
  constructor(@Inject(part('labels')) private readonly labels: Pick<ShipmentLabels, keyof ShipmentLabels>) {}

  @Route(routes.getLabels)
  async of(@Param('id') id: string, @Req() req: Request): Promise<LabelsView> {
    const told = await this.labels.of(signedInOf(req).acting, shipmentIn(id));
    return told.ok ? told.value : refuse(told.error);
  }

  @Route(routes.printLabels)
  async print(@Param('id') id: string, @Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const { which, label: reference, stock, dpi, language } = readQuery(printQuery, query);
    const asked = { which, reference, stock, dpi, language };
    const pdf = await this.labels.pdf(signedInOf(req).acting, shipmentIn(id), asked);
    if (!pdf.ok) return refuse(pdf.error, pdf.error.code === 'papers-busy' ? { 'Retry-After': '60' } : {});
    res.setHeader('Content-Type', 'application/pdf');
    // Of the shipment no name at all: file names are seen by whoever shares the screen or the printer.
    res.setHeader('Content-Disposition', `inline; filename="${which}-${stock}.pdf"`);
    res.end(pdf.value);
  }
}
