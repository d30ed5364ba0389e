import { Controller, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { tokenHash, type Config } from '@cellrelay/platform';
import type { CalendarFeeds } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { routes } from '../routes/route-table.js';
import { refuseAbove } from '../session/session-guard.js';
import { part } from '../tokens.js';

/** What programs fetch by the secret address of a calendar. */
@Controller()
export class CalendarFeedController {
  constructor(
    @Inject(part('calendarFeeds')) private readonly feeds: Pick<CalendarFeeds, 'of'>,
    @Inject(part('config')) private readonly config: Config,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** Whoever asked keeps it and asks again whether it has changed; nobody in between keeps it. Express answers 304 by these headers, and HEAD without the text. */
  @Route(routes.calendarFeed)
  async feed(
    @Param('token') token: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<string> {
    const hash = tokenHash(token);
    refuseAbove(this.limits.calendar.take(hash));
    const feed = await this.feeds.of(hash, this.config.web.origin);
    if (feed === null) return this.nothing(req);
    res.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="cellrelay.ics"',
      'Cache-Control': 'private, no-cache',
      // Weak: it may be compressed on its way.
      ETag: `W/"${feed.tag}"`,
      'Last-Modified': new Date(feed.changedAt).toUTCString(),
    });
    return feed.text;
  }

  /** As an address that there is not. Wrong ones are counted by who asks, so that nobody tries many. */
  private nothing(req: Request): never {
    refuseAbove(this.limits.calendar.take(`none ${req.ip ?? ''}`));
    throw new NotFoundException();
  }
}
