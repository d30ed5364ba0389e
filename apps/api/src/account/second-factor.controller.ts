import { Body, Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf, type SignedIn } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { ownerOf } from '../session/owner.js';
import { SecondFactors } from '../session/second-factors.js';
import { SignIn } from '../session/sign-in.js';

/** One's own second factor. Whatever would outlast the session asks for the password again. */
@Controller()
export class SecondFactorController {
  constructor(
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  @Route(routes.beginSecondFactor)
  async begin(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const signedIn = await this.confirmed(body, req);
    return this.secondFactors.begin(ownerOf(signedIn), signedIn.name);
  }

  @Route(routes.setSecondFactor)
  async set(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const { code } = readBody(bodies.Code, body);
    return { codes: await this.secondFactors.set(ownerOf(signedInOf(req)), code) };
  }

  @Route(routes.removeSecondFactor)
  async remove(@Body() body: unknown, @Req() req: Request): Promise<void> {
    await this.secondFactors.remove(ownerOf(await this.confirmed(body, req)));
  }

  @Route(routes.renewRecoveryCodes)
  async renew(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    return { codes: await this.secondFactors.renewRecoveryCodes(ownerOf(await this.confirmed(body, req))) };
  }

  private async confirmed(body: unknown, req: Request): Promise<SignedIn> {
    const signedIn = signedInOf(req);
    await this.signIn.confirm({ name: signedIn.name, ...readBody(bodies.Password, body) }, req.ip ?? '');
    return signedIn;
  }
}
