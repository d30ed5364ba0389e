import { Body, Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { enterPastTotal, figuresCsv, figuresIn, type Clock, type FiguresStore } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { bodyRefusal, readQuery } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Without years in the question: the current one and those before it. */
const yearsShown = 10;

/** What a programme counts, and the totals of past years that it enters itself. */
@Controller()
export class FiguresController {
  constructor(
    @Inject(part('figures')) private readonly figures: FiguresStore,
    @Inject(part('clock')) private readonly clock: Clock,
  ) {}

  @Route(routes.getFigures)
  async table(
    @Query() query: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const asked = readQuery(queries.figuresQuery, query);
    const figures = await figuresIn(this.figures, { ...(await this.yearsIn(asked)), examples: asked.examples });
    res.setHeader('Vary', 'Accept');
    if ((asked.format ?? req.accepts(['json', 'csv'])) !== 'csv') return figures;
    res.setHeader('Content-Type', 'text/csv; charset=utf-8');
    res.setHeader('Content-Disposition', `attachment; filename="figures-${figures.from}-${figures.to}.csv"`);
    return figuresCsv(figures);
  }

  @Route(routes.listPastTotals)
  async totals(@Query() query: unknown): Promise<unknown> {
    const { from, to } = await this.yearsIn(readQuery(queries.pastTotalsQuery, query), 1970);
    return { items: await this.figures.entered(from, to) };
  }

  @Route(routes.enterPastTotal)
  async enter(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    const entered = await enterPastTotal(this.figures, body, signedInOf(req).name);
    if (!entered.ok) return refuse(bodyRefusal(entered.error));
    if (entered.value.repeated) res.setHeader('Idempotent-Replayed', 'true');
    return entered.value.total;
  }

  private async yearsIn(
    { year, from, to }: Pick<z.infer<typeof queries.figuresQuery>, 'year' | 'from' | 'to'>,
    earliest?: number,
  ): Promise<{ readonly from: number; readonly to: number }> {
    if (year !== undefined) return { from: year, to: year };
    const last = to ?? Math.max(Number((await this.clock.now()).slice(0, 4)), from ?? 0);
    const first = from ?? earliest ?? last - yearsShown + 1;
    return first <= last ? { from: first, to: last } : refuse(yearsTurned);
  }
}

const yearsTurned = { code: 'query-faulty', sentence: 'The query is faulty: from must not be after to.', at: '/from' };
