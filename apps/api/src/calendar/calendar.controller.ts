import { Body, Controller, Inject, Req } from '@nestjs/common';
import { newToken, refuse, tokenHash, type Config } from '@cellrelay/platform';
import type { CalendarStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { ownerOf } from '../session/owner.js';
import { SignIn } from '../session/sign-in.js';
import { part } from '../tokens.js';

/** One's own calendar: its address is made, made anew and ended. */
@Controller()
export class CalendarController {
  constructor(
    @Inject(part('calendars')) private readonly calendars: Pick<CalendarStore, 'own' | 'make' | 'end'>,
    @Inject(part('config')) private readonly config: Config,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

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
}
