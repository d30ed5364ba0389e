import { err, instantFromMillis, millisOf, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { goesByLink, type Refusal } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { CommandByLink, TakeCommand, TakenOutcome } from '../command/take-command.js';
import type { Clock, ShipmentStore } from '../ports.js';
import type { PageOf } from '../questions.port.js';
import { signedStatement } from '../record/statement.js';
import type { Signer, Verifier } from '../record/signing.port.js';
import { hoursFor } from './link-lifetime.js';
import * as refusals from './link-refusals.js';
import type { FoundLink, LinkPaging, LinkStore, SignedLink } from './link-store.port.js';
import { taskByLink, taskText, type Task } from './link-task.js';
import { linkHash, readToken, tokenOf, type LinkStatement } from './link-token.js';
import { linkTaskOf, type LinkTask } from './link-views.js';

/** What a coordinator says of a new link. */
export interface AskedLink extends Task {
  readonly addressee: string;
  readonly organisation: string;
  readonly mail: string | null;
  /** For how long it is good; null: as long as the task suggests. */
  readonly hours: number | null;
}

/** What comes by a link. */
export interface SentByLink extends Pick<CommandByLink, 'person' | 'despiteRecord' | 'ifMatch' | 'idempotencyKey'> {
  readonly body: Readonly<Record<string, unknown>>;
  readonly request?: string;
}

interface Parts {
  readonly store: LinkStore;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly take: Pick<TakeCommand, 'takeByLink'>;
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly clock: Clock;
  /** A new UUID, and a new secret. */
  readonly random: { readonly id: () => string; readonly nonce: () => string };
}

/** Links for parties without an account: each for one task of one shipment, signed, expiring, revocable, and good once. */
export class Links {
  constructor(private readonly parts: Parts) {}

  /** Makes a link and answers its token, which is nowhere after that. */
  async make(
    by: AuditAuthor,
    shipment: ShipmentId,
    asked: AskedLink,
  ): Promise<Result<{ readonly link: SignedLink; readonly token: string }, Refusal>> {
    const { store, shipments, signer, clock } = this.parts;
    if (!goesByLink(asked.command)) return err(refusals.notByLink);
    const state = await shipments.load(shipment);
    if (state === null) return err(refusals.shipmentNotThere);
    const action = taskByLink(state, asked);
    if (action === undefined) return err(refusals.notAskedFor);
    const at = await clock.now();
    const hours = asked.hours ?? hoursFor(state, asked, at);
    const statement = this.stated(shipment, asked, { at, hours });
    const token = tokenOf(await signedStatement(signer, statement));
    const { addressee, mail } = asked;
    const kept = { statement, addressee, mail, task: taskText(action), tokenHash: linkHash(token) };
    const link = await store.make(by, kept);
    return link === null ? err(refusals.tooManyLinks) : ok({ link, token });
  }

  list(shipment: ShipmentId, paging: LinkPaging): Promise<PageOf<SignedLink>> {
    return this.parts.store.list(shipment, paging);
  }

  /** It is good for nothing from then on. Null where there is no open one of that id. */
  revoke(by: AuditAuthor, id: string): Promise<SignedLink | null> {
    return this.parts.store.revoke(by, id);
  }

  noteMail(id: string, mailed: 'sent' | 'failed'): Promise<void> {
    return this.parts.store.noteMail(id, mailed);
  }

  /** What its holder is asked for, and no more of the shipment than that. */
  async look(token: string): Promise<Result<LinkTask, Refusal>> {
    const opened = await this.opened(token);
    if (!opened.ok) return opened;
    const { link, statement } = opened.value;
    if (link.state === 'used') return err(refusals.linkUsed);
    const state = await this.parts.shipments.load(statement.shipment as ShipmentId);
    const action = state === null ? undefined : taskByLink(state, statement);
    if (state === null || action === undefined) return err(refusals.noLongerAsked);
    return ok(linkTaskOf(link, state, action));
  }

  /** Gives the one command that the link is for. The same again, under the same key, is answered as it was answered before. */
  async use(token: string, sent: SentByLink): Promise<Result<TakenOutcome, Refusal>> {
    const opened = await this.opened(token);
    if (!opened.ok) return opened;
    const { statement, link: found } = opened.value;
    const { link, command, pins, organisation, shipment } = statement;
    if (!goesByLink(command)) return err(refusals.noSuchLink);
    const other = Object.entries(pins).find(([name, pinned]) => isOther(sent.body[name], pinned));
    if (other !== undefined) return err(refusals.heldByLink(...other));
    const body = { ...sent.body, ...pins };
    const named = {
      shipment: shipment as ShipmentId,
      name: command,
      organisation,
      link: { id: link, madeFor: found.madeFor },
    };
    return ok(await this.parts.take.takeByLink({ ...sent, ...named, body }));
  }

  /** A link of ours that was neither revoked nor has run out unused: verified first, looked up then. */
  private async opened(
    token: string,
  ): Promise<Result<{ readonly link: FoundLink; readonly statement: LinkStatement }, Refusal>> {
    const read = readToken(token);
    if (read === undefined) return err(refusals.noSuchLink);
    const { key, signed, statement } = read;
    const verified = await this.parts.verifier.verifies(signed.signed, { key, signature: signed.signature });
    const link = verified ? await this.parts.store.find(linkHash(token)) : null;
    if (link === null || link.state === 'revoked') return err(refusals.noSuchLink);
    return link.state === 'expired' ? err(refusals.linkExpired) : ok({ link, statement });
  }

  private stated(
    shipment: ShipmentId,
    { command, pins, organisation }: AskedLink,
    { at, hours }: { readonly at: LinkStatement['at']; readonly hours: number },
  ): LinkStatement {
    const { id, nonce } = this.parts.random;
    const expiresAt = instantFromMillis(millisOf(at) + hours * 3_600_000);
    const what = { shipment, command, pins, organisation, expiresAt, at };
    return { type: 'cellrelay-link', version: 1, link: id(), ...what, nonce: nonce() };
  }
}

/** Whether a body names another thing than the one that the link holds fast. */
function isOther(said: unknown, pinned: unknown): boolean {
  return said !== undefined && said !== pinned;
}
