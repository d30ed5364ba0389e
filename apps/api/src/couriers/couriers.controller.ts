import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { localDateAt, type Zone } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import {
  courierFields,
  readCourierRecord,
  type Clock,
  type CourierPool,
  type KeptCourier,
  type PooledCourier,
} from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { bodyRefusal, readQuery } from '../http/faults.js';
import { recordRevisionIn } from '../http/preconditions.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The pool of couriers: a register of its own, beside the shipments. */
@Controller()
export class CouriersController {
  constructor(
    @Inject(part('couriers')) private readonly couriers: CourierPool,
    @Inject(part('clock')) private readonly clock: Clock,
  ) {}

  @Route(routes.listCouriers)
  async list(@Query() query: unknown): Promise<unknown> {
    const { q, limit } = readQuery(queries.couriersQuery, query);
    return { ...(await this.couriers.list(q, limit)), fields: courierFields };
  }

  @Route(routes.getCourier)
  async find(@Param('id') id: string, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    const found = await this.couriers.find(id);
    if (found === null) return refuse({ code: 'no-such-courier', sentence: 'The pool has no courier of this id.' });
    return tagged(found, res);
  }

  @Route(routes.putCourier)
  async put(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const today = localDateAt(await this.clock.now(), 'UTC' as Zone);
    const read = readCourierRecord(id, body, today);
    if (read.ok) return tagged(await this.written(read.value, recordRevisionIn(req.headers)), res);
    const [first, ...rest] = read.error;
    if (first === undefined) throw new Error('a refusal without a reason');
    return refuse(bodyRefusal([first, ...rest]));
  }

  /** Of two who change a record at once, the second is told and writes nothing over the first. */
  private async written(courier: PooledCourier, revision: number): Promise<KeptCourier> {
    const written = await this.couriers.put(courier, revision);
    if (written !== null) return written;
    const standing = await this.couriers.find(courier.id);
    const sentence = standing === null ? noneYet : staleSentence(standing, revision);
    return refuse({ code: 'stale-revision', sentence, allowed: [String(standing?.revision ?? 0)] });
  }
}

const noneYet = 'The pool has no courier of this id yet: enter it as a new one.';

function staleSentence({ id, name, revision: stands }: KeptCourier, revision: number): string {
  return revision === 0
    ? `The pool has ${name} by the id ${id} already. Change that record, or enter a namesake by another id.`
    : `The record of ${name} has been changed since you read it: it stands at revision ${stands}. Read it again, then write it on that revision.`;
}

function tagged(courier: KeptCourier, res: Response): KeptCourier {
  res.setHeader('ETag', `"${courier.revision}"`);
  return courier;
}
