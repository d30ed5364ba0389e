import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Result } from '@cellrelay/kernel';
import { refuse, type Config } from '@cellrelay/platform';
import { mayAsk, possibleStandings, type Refusal } from '@cellrelay/shipment';
import {
  accountsIn,
  noRoster,
  onCallViewOf,
  personalChannels,
  readRoster,
  readWish,
  type Clock,
  type KeptRoster,
  type OnCallStore,
  type OnCallView,
  type PersonalChannel,
  type Roster,
  type TellingView,
  type TellingWish,
} from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { bodyRefusal } from '../http/faults.js';
import { recordRevisionIn } from '../http/preconditions.js';
import { signedInOf, type SignedIn } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { routes } from '../routes/route-table.js';
import { authorOf } from '../session/owner.js';
import { part } from '../tokens.js';

/** Who is on call for one's organisation, and how one is told oneself. */
@Controller()
export class OnCallController {
  constructor(
    @Inject(part('onCall')) private readonly onCall: OnCallStore,
    @Inject(part('clock')) private readonly clock: Clock,
    @Inject(part('config')) private readonly config: Pick<Config, PersonalChannel>,
  ) {}

  @Route(routes.getOnCall)
  async find(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<OnCallView> {
    const signedIn = signedInOf(req);
    return this.told((await this.onCall.roster(organisationOf(signedIn))) ?? noRoster, signedIn, res);
  }

  @Route(routes.putOnCall)
  async put(
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<OnCallView> {
    const signedIn = signedInOf(req);
    const roster = doneOr(readRoster(body, await this.mayStand(organisationOf(signedIn))));
    return this.told(await this.written(roster, recordRevisionIn(req.headers), signedIn), signedIn, res);
  }

  @Route(routes.getTelling)
  async telling(@Req() req: Request): Promise<TellingView> {
    return this.seen((await this.onCall.wish(signedInOf(req).account)) ?? noWish);
  }

  @Route(routes.putTelling)
  async tell(@Body() body: unknown, @Req() req: Request): Promise<TellingView> {
    const wish = doneOr(readWish(body));
    await this.onCall.putWish(signedInOf(req).account, wish);
    return this.seen(wish);
  }

  private seen({ quiet, channels, ...wish }: TellingWish): TellingView {
    return {
      ...wish,
      quiet: quiet && { ...quiet },
      channels: channels.map((each) => ({ ...each })),
      sends: this.sends(),
    };
  }

  private sends(): PersonalChannel[] {
    return personalChannels.filter((channel) => this.config[channel] !== null);
  }

  private async told(roster: KeptRoster, signedIn: SignedIn, res: Response): Promise<OnCallView> {
    res.setHeader('ETag', `"${roster.revision}"`);
    const people = await this.onCall.colleagues(organisationOf(signedIn));
    const mayChange = mayAsk(possibleStandings(signedIn.acting), 'putOnCall');
    return onCallViewOf({ roster, people, mayChange, sends: this.sends() }, await this.clock.now());
  }

  /** Whoever has left stays in the roster until they are taken out: else nothing of it could be changed. */
  private async mayStand(organisation: string): Promise<readonly string[]> {
    const [people, roster] = await Promise.all([
      this.onCall.colleagues(organisation),
      this.onCall.roster(organisation),
    ]);
    return [...people.map(({ account }) => account), ...accountsIn(roster ?? noRoster)];
  }

  /** Of two who change it at once, the second is told and writes nothing over the first. */
  private async written(roster: Roster, revision: number, signedIn: SignedIn): Promise<KeptRoster> {
    const written = await this.onCall.putRoster(authorOf(signedIn), roster, revision);
    if (written !== null) return written;
    const standing = (await this.onCall.roster(organisationOf(signedIn)))?.revision ?? 0;
    const sentence = `The roster has been changed since you read it: it stands at revision ${standing}. Read it again, then write it on that revision.`;
    return refuse({ code: 'stale-revision', sentence, allowed: [String(standing)] });
  }
}

/** Nobody is told anywhere before they have said where. */
const noWish: TellingWish = { zone: noRoster.zone, quiet: null, channels: [] };

function organisationOf({ acting }: SignedIn): string {
  return acting.organisation.id;
}

function doneOr<Value>(read: Result<Value, readonly Refusal[]>): Value {
  if (read.ok) return read.value;
  const [first, ...rest] = read.error;
  if (first === undefined) throw new Error('a refusal without a reason');
  return refuse(bodyRefusal([first, ...rest]));
}
