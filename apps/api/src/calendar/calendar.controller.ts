import { Body, Controller, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { newToken, refuse, tokenHash, type Config } from '@cellrelay/platform';
import type { CalendarFeeds, CalendarStore } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { ownerOf } from '../session/owner.js';
import { refuseAbove } from '../session/session-guard.js';
import { SignIn } from '../session/sign-in.js';
import { part } from '../tokens.js';

/** One's own calendar, and what programs fetch by its address. */
@Controller()
export class CalendarController {
  constructor(
    @Inject(part('calendars')) private readonly calendars: Pick<CalendarStore, 'own' | 'make' | 'end'>,
    @Inject(part('calendarFeeds')) private readonly feeds: Pick<CalendarFeeds, 'of'>,
    @Inject(part('config')) private readonly config: Config,
    @Inject(SignIn) private readonly signIn: SignIn,
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

  @Route(routes.ownCalendar)
  async own(@Req() req: Request): Promise<unknown> {
    return { calendar: await this.calendars.own(signedInOf(req).account) };
  }

  @Route(routes.makeCalendar)
  async make(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const signedIn = signedInOf(req);
    const { password, scope } = readBody(bodies.NewCalendar, body);
    await this.signIn.confirm({ name: signedIn.name, password }, req.ip ?? '');
    const token = newToken();
    const made = await this.calendars.make(ownerOf(signedIn), { tokenHash: tokenHash(token), scope });
    if (made === null) return refuse({ code: 'sign-in-needed', sentence: 'Your account has ended.' });
    const origin = this.config.web.origin ?? req.headers.origin ?? '';
    return { made, address: `${origin}${routes.calendarFeed.path.replace('{token}', token)}` };
  }

  @Route(routes.endCalendar)
  async end(@Req() req: Request): Promise<void> {
    if (!(await this.calendars.end(ownerOf(signedInOf(req)))))
      refuse({ code: 'no-such-calendar', sentence: 'You have no calendar, or its address has ended.' });
  }

  /** As an address that there is not. Wrong ones are counted by who asks, so that nobody tries many. */
  private nothing(req: Request): never {
    refuseAbove(this.limits.calendar.take(`none ${req.ip ?? ''}`));
    throw new NotFoundException();
  }
}
