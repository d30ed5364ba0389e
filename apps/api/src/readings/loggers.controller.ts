import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { newLoggerToken, refuse, tokenHash } from '@cellrelay/platform';
import type { LoggerRegister, RegisteredLogger } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { afterIn, withCursor } from '../people/page-cursor.js';
import { bodies } from '../routes/components.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { authorOf } from '../session/owner.js';
import { part } from '../tokens.js';

/** More devices than this no organisation has. */
const most = 1_000;

interface Made {
  readonly made: RegisteredLogger;
  readonly token: string;
}

/** Devices of one's own organisation. */
@Controller()
export class LoggersController {
  constructor(@Inject(part('loggers')) private readonly loggers: LoggerRegister) {}

  @Route(routes.listLoggers)
  async list(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    const { limit, cursor } = readQuery(queries.pageQuery, query);
    const { id } = signedInOf(req).acting.organisation;
    return withCursor(await this.loggers.list(id, { after: afterIn(cursor), limit }));
  }

  @Route(routes.makeLogger)
  async make(@Body() body: unknown, @Req() req: Request): Promise<Made> {
    const { id } = readBody(bodies.NewLogger, body);
    const token = newLoggerToken();
    const made = await this.loggers.make(authorOf(signedInOf(req)), { id, tokenHash: tokenHash(token) }, most);
    if (made === 'taken') return refuse(taken(id));
    if (made !== 'too-many') return { made, token };
    return refuse({ code: 'too-many-loggers', sentence: `Your organisation has ${most} devices. End one first.` });
  }

  @Route(routes.renewLogger)
  async renew(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<Made> {
    readBody(bodies.Nothing, body);
    const token = newLoggerToken();
    const made = await this.loggers.renew(authorOf(signedInOf(req)), { id, tokenHash: tokenHash(token) });
    return { made: made ?? refuse(noSuchLogger), token };
  }

  @Route(routes.endLogger)
  async end(@Param('id') id: string, @Req() req: Request): Promise<RegisteredLogger> {
    return (await this.loggers.end(authorOf(signedInOf(req)), id)) ?? refuse(noSuchLogger);
  }
}

function taken(id: string) {
  const sentence = `A device ${id} is registered already: a serial number is one device. Give it another token instead, if it is yours.`;
  return { code: 'logger-taken', sentence, at: '/id' } as const;
}

const noSuchLogger = {
  code: 'no-such-logger',
  sentence: 'Your organisation has no device of this number, or it has ended.',
} as const;
