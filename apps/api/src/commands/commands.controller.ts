import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { stageCommanded, type CommandAnswer, type TakeCommand } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { bodyRefusal } from '../http/faults.js';
import { idempotencyKeyIn, revisionIn, shipmentIn } from '../http/preconditions.js';
import { contextOf, signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { commandForms } from './command-forms.js';
import { commandIn } from './known-command.js';

/** The one way to command, and the catalogue of what may be commanded. */
@Controller()
export class CommandsController {
  constructor(@Inject(part('takeCommand')) private readonly takeCommand: Pick<TakeCommand, 'take'>) {}

  @Route(routes.issueCommand)
  async issue(
    @Param() params: { id: string; name: string },
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CommandAnswer & { readonly notices: readonly string[] }> {
    const shipment = shipmentIn(params.id);
    const name = commandIn(params.name);
    const idempotencyKey = idempotencyKeyIn(req.headers);
    const ifMatch = revisionIn(req.headers, name === 'OpenShipment');
    const { name: accountName, acting } = signedInOf(req);
    const account = { name: accountName, acting };
    const request = contextOf(req).id;
    const taken = await this.takeCommand.take({ shipment, name, body, ifMatch, idempotencyKey, request, account });
    if (taken.kind === 'refused') return refuse(bodyRefusal(taken.refusals));
    res.setHeader('ETag', `"${taken.answer.stageRevisions[stageCommanded(name, body)]}"`);
    if (taken.repeated) res.setHeader('Idempotent-Replayed', 'true');
    return { ...taken.answer, notices: taken.notices };
  }

  @Route(routes.listCommands)
  list(): unknown {
    return { items: commandForms() };
  }
}
