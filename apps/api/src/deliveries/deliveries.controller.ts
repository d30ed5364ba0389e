import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { composedMail } from '@cellrelay/adapter-channels';
import type { Instant } from '@cellrelay/kernel';
import { refuse, type Config } from '@cellrelay/platform';
import type { DeliveryRecord, DeliveryView } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { deliveriesQuery } from '../routes/delivery-queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** From whom mails are that nobody sends: a name that leads nowhere (RFC 2606). */
const fromNobody = 'cellrelay@cellrelay.invalid';

/** What one's organisation's people and programs are told. What is another's is not there. */
@Controller()
export class DeliveriesController {
  constructor(
    @Inject(part('deliveryRecord')) private readonly record: DeliveryRecord,
    @Inject(part('config')) private readonly config: Config,
  ) {}

  @Route(routes.listDeliveries)
  list(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    const { limit, cursor, status, channel, shipment } = readQuery(deliveriesQuery, query);
    const filter = { status: status ?? null, channel: channel ?? null, shipment: shipment ?? null };
    return this.record.list(ownOf(req), filter, { before: cursor ?? null, limit });
  }

  @Route(routes.getDelivery)
  async one(@Param('id') id: string, @Req() req: Request): Promise<DeliveryView> {
    return (await this.record.one(ownOf(req), numberIn(id))) ?? noSuch();
  }

  @Route(routes.getDeliveryMail)
  async mail(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const found = await this.record.whole(ownOf(req), numberIn(id));
    if (found === null || found.delivery.channel !== 'mail') return noSuch();
    const settings = { from: this.config.mail?.from ?? fromNobody, origin: this.config.web.origin };
    const bytes = await composedMail(found.delivery, found.createdAt as Instant, settings);
    res.setHeader('Content-Type', 'message/rfc822');
    res.setHeader('Content-Disposition', `attachment; filename="delivery-${id}.eml"`);
    res.send(bytes);
  }

  @Route(routes.replayDelivery)
  async replay(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<DeliveryView> {
    readBody(bodies.Nothing, body);
    const [own, number] = [ownOf(req), numberIn(id)];
    const replayed = await this.record.replay(own, number);
    const view = (await this.record.one(own, number)) ?? noSuch();
    return replayed ? view : notReplayed();
  }
}

function ownOf(req: Request): string {
  return signedInOf(req).acting.organisation.id;
}

function numberIn(id: string): string {
  return /^\d{1,15}$/.test(id) ? id : noSuch();
}

function noSuch(): never {
  return refuse({ code: 'no-such-delivery', sentence: 'Your organisation has no delivery of this number.' });
}

function notReplayed(): never {
  return refuse({
    code: 'delivery-not-replayed',
    sentence: 'Only programs are told again, and only what does not wait to be told anyway.',
  });
}
