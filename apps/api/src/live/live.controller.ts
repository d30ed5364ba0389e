import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { Request, Response } from 'express';
import { readQuery } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { liveQuery } from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { LiveStreams } from './live-streams.js';

/** Changes as they are committed, as server-sent events. */
@Controller()
export class LiveController {
  constructor(@Inject(LiveStreams) private readonly streams: LiveStreams) {}

  @Route(routes.live)
  async live(@Query() query: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    const signedIn = signedInOf(req);
    const cursor = lastEventId(req) ?? readQuery(liveQuery, query).after;
    this.streams.admit(signedIn.tokenHash);
    // `no-transform`: a compressor holds back what it has been given, and an event must go out at once.
    res.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.flushHeaders();
    await this.streams.serve(res, signedIn, cursor);
  }
}

function lastEventId(req: Request): string | undefined {
  const given = req.headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && /^[\w.:~-]{1,100}$/.test(given)) return given;
  return refuse({ code: 'cursor-malformed', sentence: 'Last-Event-ID is no event id of this stream.' });
}
