import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { orderTemplate, type ImportOrders, type OrdersImported, type OrdersPreview } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { valueOf } from '../http/answered.js';
import { readQuery } from '../http/faults.js';
import { ordersIn } from '../http/file-body.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { importOrdersQuery } from '../routes/order-routes.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Orders by file: a file to fill in, what a filled one says, and opening what is right in it. */
@Controller()
export class OrdersController {
  constructor(@Inject(part('orders')) private readonly orders: Pick<ImportOrders, 'preview' | 'import'>) {}

  @Route(routes.getOrdersTemplate)
  template(@Res({ passthrough: true }) res: Response): string {
    res.setHeader('Content-Type', 'text/csv; charset=utf-8');
    res.setHeader('Content-Disposition', 'attachment; filename="orders.csv"');
    return orderTemplate();
  }

  @Route(routes.previewOrders)
  async preview(@Req() req: Request): Promise<OrdersPreview> {
    return valueOf(await this.orders.preview(askerOf(req), await ordersIn(req)));
  }

  @Route(routes.importOrders)
  async import(@Query() query: unknown, @Req() req: Request): Promise<OrdersImported> {
    const { sha256 } = readQuery(importOrdersQuery, query);
    return valueOf(await this.orders.import(askerOf(req), await ordersIn(req), sha256));
  }
}
