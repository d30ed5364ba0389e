import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Config } from '@cellrelay/platform';
import type { Links, Mailer, SignedLink } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { part } from '../tokens.js';

/** What became of a new link. */
export interface Told {
  readonly made: SignedLink;
  readonly link: string | null;
  readonly says: string;
}

/** Brings a link to whoever it is for: by mail where that can be, else it is shown. The token is in the part of the address that browsers send to nobody. */
@Injectable()
export class Bringing {
  constructor(
    @Inject(part('links')) private readonly links: Pick<Links, 'noteMail'>,
    @Inject(part('config')) private readonly config: Config,
    @Optional() @Inject(part('mailer')) private readonly mailer?: Mailer,
  ) {}

  get byMail(): boolean {
    return this.mailer !== undefined;
  }

  /** The link is kept already: whatever becomes of the mail, it is listed, and can be revoked. One that could not be sent is shown. */
  async bring(made: SignedLink, token: string, req: Request): Promise<Told> {
    const link = `${this.config.web.origin ?? req.headers.origin ?? ''}/by-link#${token}`;
    const { mail } = made;
    if (mail === null || this.mailer === undefined)
      return { made, link, says: `Give this link to ${made.addressee}. ${once}` };
    const posted = await this.mailer.post({ to: mail, ...letterOf(made, link) });
    const mailed = posted.taken ? 'sent' : 'failed';
    await this.links.noteMail(made.id, mailed);
    const told = { ...made, mailed } as const;
    if (posted.taken) return { made: told, link: null, says: `The link is on its way to ${mail}.` };
    return {
      made: told,
      link,
      says: `The mail to ${mail} could not be sent: ${posted.says} Give the link to ${made.addressee} yourself. ${once}`,
    };
  }
}

const once = 'It is shown this once.';

/** Neither the task nor the shipment: a mail passes many hands. */
function letterOf({ expiresAt }: SignedLink, link: string): { readonly subject: string; readonly text: string } {
  return {
    subject: 'A question of CellRelay',
    text: [
      'A transport of cells waits for a word of yours. This link opens the one form that is asked of you; it needs no account,',
      `works once, and until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC:`,
      '',
      link,
      '',
      'Whoever has the link can answer in your place: hand it on only to whom it concerns.',
    ].join('\n'),
  };
}
