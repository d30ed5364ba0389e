import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { Refusal, ScanSubject } from '@cellrelay/shipment';
import { scanFileEndings, type Scans, type ScansView, type ScanView } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { valueOf } from '../http/answered.js';
import { scanIn } from '../http/file-body.js';
import { readQuery } from '../http/faults.js';
import { idempotencyKeyIn, shipmentIn } from '../http/preconditions.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { keepScanQuery } from '../routes/scan-routes.js';
import { part } from '../tokens.js';

/** Scans of papers. */
@Controller()
export class ScansController {
  constructor(@Inject(part('scans')) private readonly scans: Pick<Scans, keyof Scans>) {}

  @Route(routes.listScans)
  async list(@Param('id') id: string, @Req() req: Request): Promise<ScansView> {
    return valueOf(await this.scans.list(askerOf(req), shipmentIn(id)));
  }

  @Route(routes.keepScan)
  async keep(@Param('id') id: string, @Query() query: unknown, @Req() req: Request): Promise<ScanView> {
    const shipment = shipmentIn(id);
    const subject = subjectIn(readQuery(keepScanQuery, query));
    const idempotencyKey = idempotencyKeyIn(req.headers);
    return valueOf(
      await this.scans.keep(askerOf(req), shipment, { bytes: () => scanIn(req), subject, idempotencyKey }),
    );
  }

  /** To be saved: whatever the bytes would do in a browser, they do not do it under our name. */
  @Route(routes.getScan)
  async get(
    @Param() { id = '', scan = '' }: Readonly<Record<string, string>>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const told = valueOf(await this.scans.read(askerOf(req), shipmentIn(id), scan));
    const { mediaType, scan: number } = told.scan;
    res.setHeader('Content-Type', mediaType);
    res.setHeader('Content-Disposition', `attachment; filename="scan-${number}.${scanFileEndings[mediaType]}"`);
    res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.end(told.bytes);
  }
}

function subjectIn(query: z.infer<typeof keepScanQuery>): ScanSubject {
  const { request, exemption, document } = query;
  const said: readonly (ScanSubject | undefined)[] = [
    request === undefined ? undefined : { kind: 'customs', request },
    exemption === undefined ? undefined : { kind: 'exemption', exemption },
    document === undefined ? undefined : { kind: 'document', document },
  ];
  const [one, ...others] = said.filter((each) => each !== undefined);
  return one === undefined || others.length > 0 ? refuse(ofOneThing(query)) : one;
}

/** At the last that was said; where nothing was, at the first that could have been. */
function ofOneThing(said: z.infer<typeof keepScanQuery>): Refusal {
  const names = Object.keys(keepScanQuery.shape);
  const at = names.findLast((name) => said[name as keyof typeof said] !== undefined) ?? names[0];
  const sentence = 'Say of what it is the scan: of the answer to one request, or of a document.';
  return { code: 'scan-of-one-thing', sentence, at: `/${at}`, allowed: names };
}
