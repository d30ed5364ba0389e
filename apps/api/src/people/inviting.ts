import { Inject, Injectable, Optional } from '@nestjs/common';
import { newToken, tokenHash, type Config } from '@cellrelay/platform';
import {
  runsInstance,
  type Acting,
  type Invitation,
  type Mailer,
  type NewLink,
  type Organisation,
  type PeopleStore,
  type Posted,
} from '@cellrelay/use-cases';
import type { Request } from 'express';
import { part } from '../tokens.js';
import { notFound, releasing } from './administering.js';

const lastsMs = 7 * 24 * 3_600_000;

/** What becomes of a link: it goes by mail where that can be, else it is shown, this once. */
export interface Told {
  readonly invitation: Invitation;
  readonly link: string | null;
  readonly says: string;
}

/** Links of invitations: made, and brought to whoever is invited. The token is in the part of the address that browsers send to nobody. */
@Injectable()
export class Inviting {
  constructor(
    @Inject(part('people')) private readonly people: PeopleStore,
    @Inject(part('config')) private readonly config: Config,
    @Optional() @Inject(part('mailer')) private readonly mailer?: Mailer,
  ) {}

  get byMail(): boolean {
    return this.mailer !== undefined;
  }

  /** The organisation whose people are asked for: one's own, or for the operator's administrators any. Another is not found. */
  async organisationFor(acting: Acting, named: string | null): Promise<Organisation> {
    const id = named ?? acting.organisation.id;
    const seen = id === acting.organisation.id || runsInstance(acting);
    return (seen ? await this.people.organisation(id) : null) ?? notFound('organisation');
  }

  /** A link's token, and as what it is kept. */
  newLink(): { readonly token: string; readonly link: NewLink } {
    const token = newToken();
    return { token, link: { tokenHash: tokenHash(token), lastsMs } };
  }

  /** Sends the link, or shows it; not the one of an invitation that is held. A mail that could not be sent is noted, and the administrator may send another. */
  async bring(invitation: Invitation, token: string, req: Request): Promise<Told> {
    const link = `${this.config.web.origin ?? req.headers.origin ?? ''}/join#${token}`;
    const { mail, held } = invitation;
    if (held) return { invitation, link: null, says: heldSays };
    if (mail === null || this.mailer === undefined)
      return {
        invitation,
        link,
        says: 'Give this link to whoever it is for. It is shown this once, and good for seven days.',
      };
    const posted = await this.mailer.post({ to: mail, ...letterOf(invitation, link) });
    const mailed = posted.taken ? 'sent' : 'failed';
    await this.people.noteMail(invitation.id, mailed);
    return { invitation: { ...invitation, mailed }, link: null, says: saysOf(posted, mail) };
  }
}

const heldSays = `Nobody invites into another organisation alone: whoever runs the server makes the link, with ${releasing}, and brings it. Until then nobody can join by it.`;

function saysOf(posted: Posted, mail: string): string {
  return posted.taken
    ? `The link is on its way to ${mail}. It is good for seven days.`
    : `The mail to ${mail} could not be sent: ${posted.says} Send it again.`;
}

function letterOf(
  { person, expiresAt }: Invitation,
  link: string,
): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Your invitation to CellRelay',
    text: [
      `${person},`,
      'you are invited to CellRelay. This link makes your account; it works once, and until',
      `${expiresAt.slice(0, 16).replace('T', ' ')} UTC:`,
      '',
      link,
      '',
      'If you did not expect it, leave it: without the link nobody joins in your name.',
    ].join('\n'),
  };
}
