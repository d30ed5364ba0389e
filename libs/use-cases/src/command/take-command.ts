import { ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import {
  clockedBags,
  defaultPolicy,
  goesByLink,
  standingsAmong,
  toldByLink,
  type Holder,
  type Refusal,
  type StatedBy,
} from '@cellrelay/shipment';
import type { CourierPool } from '../couriers.port.js';
import { filledFromPool } from '../couriers/from-pool.js';
import type { Airports, CommandAnswer, IssuedCommand, LinkUse, ShipmentStore } from '../ports.js';
import { notYours, notYourWord } from '../people/not-yours.js';
import type { Acting, Organisation, OrganisationDirectory } from '../people/acting.js';
import type { PolicySource } from '../policies/policy-source.js';
import { bindingNotices, type LoggersThatSend } from '../readings/not-registered.js';
import { splitEnvelope, type Envelope } from '../wire/envelope.js';
import { parseCommandBody, type WireContext } from '../wire/parse-command-body.js';
import { looksSealed } from '../words/seal-words.js';
import { onceMoreWithoutKey, type WordsKeeper, type WordsReader } from '../words/words.port.js';
import { ownCommandId, type CommandOutcome, type IssueCommand } from './issue-command.js';
import { sealSaid, type Said, type Unsaid, type Writer } from './seal-said.js';

/** A command as it comes in from outside: a name, a body, and whose account it is. */
export interface TakenCommand {
  readonly shipment: ShipmentId;
  readonly name: string;
  readonly body: unknown;
  /** The revision of the command's stage that its author had read; null only for opening. */
  readonly ifMatch: number | null;
  readonly idempotencyKey: string;
  /** The request that it came with, for whoever logs. */
  readonly request?: string;
  readonly account: { readonly name: string; readonly acting: Acting };
}

type SaidCommand = Pick<TakenCommand, 'shipment' | 'name' | 'ifMatch' | 'idempotencyKey' | 'request'> &
  Pick<Envelope, 'body' | 'despiteRecord'>;

/** A command as it comes by a signed link: its body holds neither who said it nor whether it stands all the same. */
export interface CommandByLink extends SaidCommand {
  readonly link: LinkUse;
  /** Who its holder says that they are. */
  readonly person: string;
  readonly organisation: string;
}

/** Whose command it is. */
interface Author {
  /** What its command ids begin with, and as what it stands in the log. */
  readonly name: string;
  readonly statedBy: StatedBy;
  /** Why they may not decide on the word that a body names. What goes by a link names none. */
  readonly notTheirWord?: (data: unknown) => Refusal | undefined;
  readonly by: Pick<IssuedCommand, 'issuer' | 'link'>;
  readonly writer: Writer;
}

export type TakenOutcome =
  /** `notices`: what is to be known beside it, in sentences; it was taken all the same. */
  | {
      readonly kind: 'accepted';
      readonly answer: CommandAnswer;
      readonly repeated: boolean;
      readonly notices: readonly string[];
    }
  /** Every fault of the body at once, or the one rule that the command breaks. Never empty. */
  | { readonly kind: 'refused'; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** The one way in for people's commands: reads the body, says everything that is wrong with it, and issues what is right. */
export class TakeCommand {
  constructor(
    private readonly parts: {
      readonly issue: IssueCommand;
      readonly store: ShipmentStore;
      readonly airports: Airports;
      /** Couriers named by their id are looked up there; without it an id stands for itself. */
      readonly couriers?: CourierPool;
      readonly policies: PolicySource;
      /** Organisations that are named as parties are looked up there; without it there are none. */
      readonly organisations?: Pick<OrganisationDirectory, 'find'>;
      /** Loggers that are bound are looked up there. */
      readonly loggers?: LoggersThatSend;
      /** Seals what is said in prose; without it that stands in the log as it was said. */
      readonly words?: WordsKeeper & WordsReader;
    },
  ) {}

  /** Takes one command. A refusal changes nothing. */
  async take(taken: TakenCommand): Promise<TakenOutcome> {
    const holders = await this.holdersFor(taken);
    const not = notYours(taken.account.acting, taken.name, holders);
    return not === undefined ? this.takeTheirs(taken, holders) : refused([not]);
  }

  /** Takes one command that came by a link, whose signature was verified. Whether the link is good still is looked at where the command commits. */
  async takeByLink(taken: CommandByLink): Promise<TakenOutcome> {
    const { link, name, person, organisation } = taken;
    const sealed = looksSealed({ person, body: taken.body });
    if (sealed !== undefined) return refused([sealed]);
    return this.takeSaid(taken, {
      name: `link:${link.id}`,
      statedBy: { person, organisation, how: 'signed-link' },
      by: { link },
      writer: { organisation: link.madeFor, held: goesByLink(name) ? toldByLink(name) : [] },
    });
  }

  private async takeTheirs(taken: TakenCommand, holders: readonly Holder[]): Promise<TakenOutcome> {
    const { account } = taken;
    const envelope = splitEnvelope(taken.body);
    if (!envelope.ok) return refused(envelope.error);
    const sealed = looksSealed(taken.body);
    if (sealed !== undefined) return refused([sealed]);
    const stated = envelope.value.statedBy !== null;
    return this.takeSaid(
      { ...taken, ...envelope.value },
      {
        name: account.name,
        statedBy: envelope.value.statedBy ?? { ...personOf(account), how: 'account' },
        notTheirWord: (data) => notYourWord(account.acting, { stated, data }, holders),
        by: { issuer: account.acting },
        writer: { organisation: account.acting.organisation.id, held: standingsAmong(account.acting, holders) },
      },
    );
  }

  private async takeSaid(taken: SaidCommand, author: Author): Promise<TakenOutcome> {
    const { shipment, name, body: written, ifMatch, despiteRecord } = taken;
    const id = ownCommandId(author.name, taken.idempotencyKey);
    if (!id.ok) return refused([id.error]);
    const body = await this.withPool(shipment, name, written);
    if (!body.ok) return refused(body.error);
    const context = await this.contextOf(shipment, name, written);
    const command = parseCommandBody(name, body.value, context);
    if (!command.ok) return refused(command.error);
    const word = author.notTheirWord?.(command.value.data);
    if (word !== undefined) return refused([word]);
    const said = { name, written, read: body.value, command: command.value, context };
    const { statedBy, name: recordedBy, by, writer } = author;
    const issued = { shipment, id: id.value, statedBy, recordedBy, ifMatch, despiteRecord, ...by };
    // Before the commit: what could not be looked up would else hide that the command was taken.
    const notices = await bindingNotices(this.parts.loggers, shipment, command.value);
    const outcome = await this.issueSealed(said, issued, writer);
    return outcome.kind === 'refused' ? refused([outcome.refusal]) : { ...outcome, notices };
  }

  private issueSealed(said: Said, issued: Unsaid, writer: Writer): Promise<CommandOutcome> {
    return onceMoreWithoutKey(() => this.issueOnce(said, issued, writer));
  }

  private async issueOnce(said: Said, issued: Unsaid, writer: Writer): Promise<CommandOutcome> {
    const { asked, ...sealed } = await sealSaid(this.parts, said, { ...writer, shipment: issued.shipment });
    return this.parts.issue.execute({ ...issued, ...sealed }, asked);
  }

  private async contextOf(shipment: ShipmentId, name: string, body: unknown): Promise<WireContext> {
    return {
      shipment,
      airports: this.parts.airports,
      ...(await this.policyFor(name, body)),
      organisation: await this.organisationFor(name, body),
      bags: await this.bagsOf(shipment, name),
    };
  }

  /** The operator's people stand in every shipment: for them nobody is asked. */
  private async holdersFor({ shipment, account }: TakenCommand): Promise<readonly Holder[]> {
    return account.acting.organisation.kind === 'operator' ? [] : this.parts.store.holders(shipment);
  }

  /** Policies are read for what opens a shipment or adopts one; nothing else looks at them. */
  private async policyFor(name: string, body: unknown): Promise<PolicyContext> {
    const { policies } = this.parts;
    if (name === 'OpenShipment') return { policy: await policies.current() };
    if (name !== 'AdoptPolicy') return { policy: defaultPolicy };
    const named = await policies.byVersion(textIn(body, 'version'));
    return named === undefined
      ? { policy: await policies.current(), policyVersions: await policies.versions() }
      : { policy: named };
  }

  private async organisationFor(name: string, body: unknown): Promise<Organisation | undefined> {
    const id = name === 'NameParty' ? textIn(body, 'organisation') : '';
    return id === '' ? undefined : ((await this.parts.organisations?.find(id)) ?? undefined);
  }

  private async withPool(
    shipment: ShipmentId,
    name: string,
    body: unknown,
  ): Promise<Result<unknown, readonly Refusal[]>> {
    const { couriers: pool, store } = this.parts;
    return pool === undefined ? ok(body) : filledFromPool({ shipment, name, body }, { pool, store });
  }

  /** Only what names bags is held against the bags on record. */
  private async bagsOf(shipment: ShipmentId, name: string): Promise<readonly string[]> {
    if (!namesBags.has(name)) return [];
    const state = await this.parts.store.load(shipment);
    return state === null ? [] : clockedBags(state).map((bag) => bag.id);
  }
}

const namesBags: ReadonlySet<string> = new Set([
  'RecordCellCount',
  'CorrectCellCount',
  'PackBox',
  'RecordReceipt',
  'StartInfusion',
  'CorrectFact',
  'RecordArrivalCount',
  'CorrectArrivalCount',
  'CorrectInfusionStart',
  'SplitBag',
  'AllotBag',
  'RecordCryopreservedAtOrigin',
  'RecordBagNotUsed',
  'RecordNotUsedAtOrigin',
]);

type PolicyContext = Pick<WireContext, 'policy' | 'policyVersions'>;

/** What a body names there, as far as it names anything; its schema says what else is wrong with it. */
function textIn(body: unknown, field: 'version' | 'organisation'): string {
  const named = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[field] : '';
  return typeof named === 'string' ? named.trim() : '';
}

function personOf({ acting }: TakenCommand['account']): { readonly person: string; readonly organisation: string } {
  return { person: acting.person, organisation: acting.organisation.name };
}

function refused(refusals: readonly Refusal[]): TakenOutcome {
  const [first, ...rest] = refusals;
  if (first === undefined) throw new Error('a refusal without a reason');
  return { kind: 'refused', refusals: [first, ...rest] };
}
