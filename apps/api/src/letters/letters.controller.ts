import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { uuidForm } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { LetterRuleChoice, Letters } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { revisionIn, shipmentIn } from '../http/preconditions.js';
import { valueOf } from '../http/answered.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { idIn } from '../people/administering.js';
import { bodies } from '../routes/components.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Letters between the sides, and the rules that registries keep to. */
@Controller()
export class LettersController {
  constructor(
    @Inject(part('letters')) private readonly letters: Pick<Letters, keyof Letters>,
    @Inject(part('letterRules')) private readonly rules: Pick<LetterRuleChoice, keyof LetterRuleChoice>,
  ) {}

  @Route(routes.listLetters)
  async ofShipment(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    return valueOf(await this.letters.ofShipment(askerOf(req), shipmentIn(id)));
  }

  @Route(routes.writeLetter)
  async write(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    return valueOf(await this.letters.write(askerOf(req), shipmentIn(id), body));
  }

  @Route(routes.listLettersToScreen)
  toScreen(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    const { limit } = readQuery(queries.limitQuery, query);
    return this.letters.toScreen(askerOf(req), limit);
  }

  @Route(routes.getLetter)
  async read(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const letter = valueOf(await this.letters.read(askerOf(req), letterIn(id)));
    res.setHeader('ETag', `"${(letter.written ?? letter.received)?.revision ?? 0}"`);
    return letter;
  }

  @Route(routes.moveLetter)
  async move(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const said = { body: readBody(bodies.LetterMove, body), revision: revisionIn(req.headers, false) };
    const moved = valueOf(await this.letters.move(askerOf(req), letterIn(id), said));
    res.setHeader('ETag', `"${moved.revision}"`);
    return moved;
  }

  @Route(routes.listLetterRules)
  listRules(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    return this.rules.listed(askerOf(req), readQuery(queries.ofOrganisationQuery, query).organisation);
  }

  @Route(routes.chooseLetterRule)
  async choose(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<void> {
    const { rule } = readBody(bodies.ChosenLetterRule, body);
    valueOf(await this.rules.choose(askerOf(req), idIn(id, 'organisation'), rule));
  }
}

/** What is no id is not found, as what is not theirs to see is not. */
function letterIn(text: string): string {
  return uuidForm.test(text)
    ? text
    : refuse({ code: 'no-such-letter', sentence: 'There is no letter of this id here.' });
}
