import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { Result, ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { ReadersQuestions } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { foundShipment } from '../http/answered.js';
import { readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import type { Questions, SearchableAirports } from '../parts.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

const mostAirports = 20;

/** Everything the board asks. Reads only. */
@Controller()
export class QuestionsController {
  constructor(
    @Inject(part('questions')) private readonly questions: Questions,
    @Inject(part('airports')) private readonly airports: SearchableAirports,
  ) {}

  @Route(routes.listShipments)
  async list(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    return answerOf(await this.as(req).list(readQuery(queries.listQuery, query)));
  }

  @Route(routes.getShipment)
  async shipment(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const view = await this.known(id, (shipment) => this.as(req).shipment(shipment));
    res.setHeader('ETag', `"${view.revision}"`);
    return view;
  }

  @Route(routes.getSpearDraft)
  async spearDraft(@Param('id') id: string, @Param('deviation') deviation: string): Promise<unknown> {
    const draft = await this.questions.spearDraft(shipmentIn(id), deviation);
    if (draft === undefined) refuse({ code: 'no-such-shipment', sentence: 'There is no shipment of this id.' });
    return draft ?? refuse({ code: 'no-such-deviation', sentence: 'The shipment has no such deviation.' });
  }

  @Route(routes.getLog)
  log(@Param('id') id: string, @Query() query: unknown): Promise<unknown> {
    const { cursor, limit } = readQuery(queries.logQuery, query);
    return this.known(id, (shipment) => this.questions.log(shipment, Number(cursor ?? 0), limit));
  }

  @Route(routes.getCorrection)
  async correction(@Param('id') id: string, @Param('line') line: string): Promise<unknown> {
    return answerOf(await this.known(id, (shipment) => this.questions.correction(shipment, lineIn(line))));
  }

  @Route(routes.getAgenda)
  async agenda(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    const items = await this.known(id, (shipment) => this.as(req).agenda(shipment));
    return { items, next: null, total: items.length };
  }

  @Route(routes.getActions)
  actions(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    return this.known(id, (shipment) => this.as(req).actions(shipment));
  }

  @Route(routes.listTasks)
  async tasks(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    return answerOf(await this.as(req).tasks(readQuery(queries.tasksQuery, query)));
  }

  @Route(routes.listAlerts)
  async alerts(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    return answerOf(await this.as(req).alerts(readQuery(queries.alertsQuery, query)));
  }

  @Route(routes.findAirports)
  findAirports(@Query() query: unknown): unknown {
    return { items: this.airports.search(readQuery(queries.airportsQuery, query).q, mostAirports) };
  }

  /** The questions as whoever is signed in may ask them. */
  private as(req: Request): ReadersQuestions {
    return this.questions.as(signedInOf(req).acting);
  }

  /** What the question answers for that shipment; refuses when there is none of that id. */
  private async known<T>(id: string, ask: (shipment: ShipmentId) => Promise<T | undefined>): Promise<T> {
    const answer = await ask(shipmentIn(id));
    return foundShipment(answer);
  }
}

/** The answer, or the refusal of what was asked with. */
function answerOf<T>(answer: Result<T, Refusal>): T {
  return answer.ok ? answer.value : refuse(answer.error);
}

function lineIn(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return refuse({ code: 'no-such-fact', sentence: 'A line of the log is named by its number, such as 7.' });
}
