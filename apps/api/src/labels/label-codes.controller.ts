import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import type { LabelCodes } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { valueOf } from '../http/answered.js';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { authorOf } from '../session/owner.js';
import { part } from '../tokens.js';

/** The site's own list of codes on labels. */
@Controller()
export class LabelCodesController {
  constructor(@Inject(part('labelCodes')) private readonly codes: Pick<LabelCodes, keyof LabelCodes>) {}

  @Route(routes.listLabelCodes)
  list(): Promise<unknown> {
    return this.codes.list();
  }

  @Route(routes.putProductCode)
  async product(@Param('code') code: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const read = readBody(bodies.ProductCode, body);
    return valueOf(await this.codes.enterProduct(authorOf(signedInOf(req)), code, read));
  }

  @Route(routes.putBloodGroupCode)
  async bloodGroup(@Param('group') group: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const read = readBody(bodies.BloodGroupCode, body);
    return valueOf(await this.codes.enterBloodGroup(authorOf(signedInOf(req)), group, read));
  }

  @Route(routes.endLabelCode)
  async end(
    @Param('list') list: string,
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() req: Request,
  ): Promise<unknown> {
    const read = readBody(bodies.LabelCodeEnded, body);
    return valueOf(await this.codes.end(authorOf(signedInOf(req)), { list, key }, read));
  }

  @Route(routes.importProductCodes)
  async import(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const imported = await this.codes.importProducts(
      authorOf(signedInOf(req)),
      readBody(bodies.ImportedProducts, body),
    );
    return valueOf(imported);
  }
}
