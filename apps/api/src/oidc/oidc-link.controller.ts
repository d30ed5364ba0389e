import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { Request, Response } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { SignIn } from '../session/sign-in.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { nothingToUnlink } from './refusals.js';

/** Linking one's own account to who one is at the provider. */
@Controller()
export class OidcLinkController {
  constructor(
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
    @Inject(SignIn) private readonly signsIn: SignIn,
  ) {}

  @Route(routes.providerLink)
  async link(@Req() req: Request): Promise<unknown> {
    const { provider, links } = this.byProvider.parts();
    return { name: provider.name, since: await links.linkedSince(provider.issuer, signedInOf(req).name) };
  }

  @Route(routes.linkProvider)
  async begin(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    this.byProvider.parts();
    await this.provePassword(body, req);
    return { to: await this.byProvider.sendAway(req, res, signedInOf(req).tokenHash) };
  }

  @Route(routes.unlinkProvider)
  async unlink(@Body() body: unknown, @Req() req: Request): Promise<void> {
    const { provider, links } = this.byProvider.parts();
    await this.provePassword(body, req);
    const { name, acting } = signedInOf(req);
    const undone = await links.unlink(provider.issuer, { name, organisation: acting.organisation.id });
    if (!undone) refuse(nothingToUnlink(provider.name));
  }

  /** A browser left alone must not be enough to open a second way in. */
  private provePassword(body: unknown, req: Request): Promise<void> {
    const { password } = readBody(bodies.PasswordAgain, body);
    return this.signsIn.confirm({ name: signedInOf(req).name, password }, req.ip ?? '');
  }
}
