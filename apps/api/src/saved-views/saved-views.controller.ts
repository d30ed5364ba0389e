import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { mostSavedViews, type SavedView, type SavedViewStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { savedViewParams } from '../routes/saved-view-components.js';
import { part } from '../tokens.js';

/** One's own views of the board's list. */
@Controller()
export class SavedViewsController {
  constructor(@Inject(part('savedViews')) private readonly views: SavedViewStore) {}

  @Route(routes.listSavedViews)
  async list(@Req() req: Request): Promise<unknown> {
    return { items: await this.views.of(signedInOf(req).account) };
  }

  @Route(routes.putSavedView)
  async put(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<SavedView> {
    if (!isId(id)) refuse({ code: 'saved-view-id-malformed', sentence: 'A view is saved under a UUID.' });
    const view = { id, ...readBody(bodies.SavedViewWish, body) };
    const became = await this.views.put(signedInOf(req).account, view);
    if (became === 'name-taken')
      refuse({ code: 'view-name-taken', sentence: `You have a view named “${view.name}” already.`, at: '/name' });
    if (became === 'too-many')
      refuse({
        code: 'too-many-saved-views',
        sentence: `You have ${mostSavedViews} saved views, which is as many as are kept. Delete one first.`,
      });
    return view;
  }

  @Route(routes.dropSavedView)
  async drop(@Param('id') id: string, @Req() req: Request): Promise<void> {
    if (!isId(id) || !(await this.views.drop(signedInOf(req).account, id)))
      refuse({ code: 'no-such-saved-view', sentence: 'You have no such view.' });
  }
}

const isId = (id: string): boolean => savedViewParams.safeParse({ id }).success;
