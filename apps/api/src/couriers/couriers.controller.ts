import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { readCourierRecord, type CourierPool } from '@cellrelay/use-cases';
import { bodyRefusal, readQuery } from '../http/faults.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The pool of couriers: a register of its own, beside the shipments. */
@Controller()
export class CouriersController {
  constructor(@Inject(part('couriers')) private readonly couriers: CourierPool) {}

  @Route(routes.listCouriers)
  list(@Query() query: unknown): Promise<unknown> {
    const { q, limit } = readQuery(queries.couriersQuery, query);
    return this.couriers.list(q, limit);
  }

  @Route(routes.getCourier)
  async find(@Param('id') id: string): Promise<unknown> {
    const found = await this.couriers.find(id);
    return found ?? refuse({ code: 'no-such-courier', sentence: 'The pool has no courier of this id.' });
  }

  @Route(routes.putCourier)
  async put(@Param('id') id: string, @Body() body: unknown): Promise<unknown> {
    const read = readCourierRecord(id, body);
    if (read.ok) {
      await this.couriers.put(read.value);
      return read.value;
    }
    const [first, ...rest] = read.error;
    if (first === undefined) throw new Error('a refusal without a reason');
    return refuse(bodyRefusal([first, ...rest]));
  }
}
