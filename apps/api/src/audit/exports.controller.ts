import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { refuse, type Logger } from '@cellrelay/platform';
import type { ChainName, Exports } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/audit-queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { sendStream } from './send-stream.js';

const mediaTypes = { jsonl: 'application/x-ndjson', csv: 'text/csv' } as const;

/** Whole chains as files, for those who may read the record. */
@Controller()
export class ExportsController {
  constructor(
    @Inject(part('exports')) private readonly exports: Pick<Exports, 'of'>,
    @Inject(part('logger')) private readonly logger: Logger,
  ) {}

  @Route(routes.exportAudit)
  audit(@Query() query: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    return this.sent('audit', query, { req, res });
  }

  @Route(routes.exportLog)
  log(@Param('id') id: string, @Query() query: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    return this.sent(`shipment/${shipmentIn(id)}`, query, { req, res });
  }

  private async sent(
    chain: ChainName,
    query: unknown,
    { req, res }: { readonly req: Request; readonly res: Response },
  ): Promise<void> {
    const { form } = readQuery(queries.exportQuery, query);
    const { name, acting } = signedInOf(req);
    const lines = await this.exports.of(chain, form, { account: name, organisation: acting.organisation.id });
    if (lines === null) return refuse({ code: 'no-such-shipment', sentence: 'There is no shipment of this id.' });
    res.setHeader('Content-Type', `${mediaTypes[form]}; charset=utf-8`);
    res.setHeader('Content-Disposition', `attachment; filename="${fileName(chain, form)}"`);
    sendStream(res, lines, (error) => this.logger.warn('export-broken-off', { chain, error }));
  }
}

function fileName(chain: ChainName, form: keyof typeof mediaTypes): string {
  return `${chain.replace('/', '-')}${form === 'csv' ? '-for-reading.csv' : '.jsonl'}`;
}
