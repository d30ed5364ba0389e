import { Controller, Inject, Req } from '@nestjs/common';
import { loggerTokenIn, refuse, tokenHash } from '@cellrelay/platform';
import {
  mostReadings,
  type IncomingReading,
  type KnownLogger,
  type LoggerRegister,
  type ReadingIntake,
  type ReadingVerdict,
} from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readDelivery } from '../http/delivery-body.js';
import { readBody } from '../http/faults.js';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { refuseAbove } from '../session/session-guard.js';
import { part } from '../tokens.js';

/** Devices send what they have read. Whoever is signed in beside a device's token is nobody here. */
@Controller()
export class ReadingsController {
  constructor(
    @Inject(part('loggers')) private readonly loggers: LoggerRegister,
    @Inject(part('intake')) private readonly intake: ReadingIntake,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** Whose it is comes first: of a stranger's delivery nothing is read. */
  @Route(routes.sendReadings)
  async send(@Req() req: Request): Promise<unknown> {
    const { logger, organisation } = await this.deviceIn(req);
    refuseAbove(this.limits.perLogger.take(logger));
    const readings = readingsIn(req.body);
    const source = { logger, by: { kind: 'device', organisation } } as const;
    const verdicts = await this.intake.take(source, readings.slice(0, mostReadings));
    return takenOf(verdicts, readings.length - verdicts.length);
  }

  private async deviceIn({ headers }: Request): Promise<KnownLogger> {
    const token = loggerTokenIn(headers.authorization);
    const known = token === undefined ? null : await this.loggers.byToken(tokenHash(token));
    return known ?? refuse({ code: 'logger-unknown', sentence: unknown, allowed: ['Authorization: Bearer crl_…'] });
  }
}

const unknown =
  'This needs the token of a device that is registered here and has not ended. A coordinator of its organisation gives it one, under Loggers.';

function readingsIn(body: unknown): readonly IncomingReading[] {
  const value = Buffer.isBuffer(body) ? readDelivery(body) : ({ ok: true, value: body } as const);
  if (!value.ok) return refuse(value.error);
  return readBody(bodies.Readings, value.value).readings as readonly IncomingReading[];
}

/**
 * Of more readings than come at once the first are taken as they are, and each beyond has its verdict: a device that was silent for a week sends all that it has, and refused whole
 * it would send the same again for ever. It goes on from the first that was not looked at. Why, is said once for all of them: an answer is not to be many times as long as what it answers.
 */
function takenOf(verdicts: readonly ReadingVerdict[], beyond: number): unknown {
  const counted = (kind: ReadingVerdict['kind']): number => verdicts.filter((each) => each.kind === kind).length;
  const refused = verdicts.flatMap((verdict, row) => {
    if (verdict.kind !== 'refused') return [];
    const { code, sentence, allowed } = verdict;
    return [{ at: `/readings/${row}`, code, sentence, ...(allowed === undefined ? {} : { allowed }) }];
  });
  return {
    ...{ kept: counted('kept'), known: counted('known') },
    verdicts: [...verdicts.map(({ kind }) => kind), ...Array.from({ length: beyond }, () => 'refused')],
    refused: beyond === 0 ? refused : [...refused, notLookedAt(verdicts.length, beyond)],
  };
}

function notLookedAt(from: number, beyond: number) {
  const which = beyond === 1 ? 'This reading was' : `The ${beyond.toLocaleString('en')} readings from here on were`;
  const sentence = `${which} not looked at, and not kept: at most ${mostReadings.toLocaleString('en')} come at once. Send them next.`;
  return { at: `/readings/${from}`, code: 'too-many-at-once', sentence, allowed: [String(mostReadings)] };
}
