import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import type { BorderRules } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { foundShipment, valueOf } from '../http/answered.js';
import { readBody, readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import * as queries from '../routes/rule-queries.js';
import { authorOf } from '../session/owner.js';
import { part } from '../tokens.js';

/** The rules of borders. */
@Controller()
export class RulesController {
  constructor(@Inject(part('rules')) private readonly rules: Pick<BorderRules, keyof BorderRules>) {}

  @Route(routes.listRules)
  list(@Query() query: unknown): Promise<unknown> {
    const { jurisdiction, confidence, on, cursor, limit } = readQuery(queries.rulesQuery, query);
    return this.rules.list({ jurisdiction, confidence, on, cursor, limit });
  }

  @Route(routes.addRuleVersion)
  async addVersion(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const read = readBody(bodies.NewRuleVersion, body);
    return valueOf(await this.rules.addVersion(authorOf(signedInOf(req)), id, read));
  }

  @Route(routes.confirmRule)
  async confirm(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const read = readBody(bodies.NewRuleConfirmation, body);
    return valueOf(await this.rules.confirm(authorOf(signedInOf(req)), id, read));
  }

  @Route(routes.withdrawRuleConfirmation)
  async withdraw(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const { reason } = readBody(bodies.RuleConfirmationWithdrawn, body);
    return valueOf(await this.rules.withdraw(authorOf(signedInOf(req)), id, reason));
  }

  @Route(routes.getTripRules)
  async ofShipment(@Param('id') id: string, @Query() query: unknown): Promise<unknown> {
    const { markers = null } = readQuery(queries.tripRulesQuery, query);
    const rules = await this.rules.ofShipment(shipmentIn(id), markers);
    return foundShipment(rules);
  }
}
