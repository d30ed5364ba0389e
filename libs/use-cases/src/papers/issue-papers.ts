import { err, ok, type CommandId, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { NotMade, Paper } from '@cellrelay/paperwork';
import { isLike, mostPapersAtOnce, mostPapersIssued, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { FaultPoints } from '../command/fault-points.js';
import { ownCommandId, type IssueCommand } from '../command/issue-command.js';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import type { PaperMaking, PlanPapers } from './making-papers.js';
import type { PaperCodes } from './paper-codes.port.js';
import { documentsOf } from './paper-documents.js';
import * as refusals from './paper-refusals.js';
import type { PaperDocument, PaperStore } from './paper-store.port.js';
import type { PapersIssued, PapersToIssue } from './paper-views.js';

/** Who issues, and under which key of theirs. */
export interface PapersAuthor {
  readonly account: string;
  readonly acting: Acting;
  readonly idempotencyKey: string;
}

export interface IssuedAnswer extends PapersIssued {
  /** They were issued by the same command before. */
  readonly repeated: boolean;
}

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly issue: Pick<IssueCommand, 'execute'>;
  readonly store: Pick<PaperStore, 'keep' | 'ofCommand' | 'count'>;
  readonly making: Pick<PaperMaking, 'all'>;
  readonly codes: PaperCodes;
  readonly clock: Clock;
  readonly points: FaultPoints;
}

/** What one command is about. */
interface Asked {
  readonly id: ShipmentId;
  readonly shipment: Shipment;
  readonly command: CommandId;
  readonly body: PapersToIssue;
  readonly author: PapersAuthor;
}

/**
 * Makes papers, keeps what they say, and issues them. The contents come first: whoever dies before the command leaves contents that nobody knows of, and the same key issues those; the
 * other way round papers would be on record that nobody can print.
 */
export class PaperIssuing {
  constructor(private readonly parts: Parts) {}

  /** Asked again with the same key and body, it issues nothing again and answers the same documents, with what is lacking by then. */
  async issue(id: ShipmentId, body: PapersToIssue, author: PapersAuthor): Promise<Result<IssuedAnswer, Refusal>> {
    // As with every other command: a key that was used for another is refused.
    const command = ownCommandId(author.account, author.idempotencyKey);
    if (!command.ok) return command;
    const shipment = await this.parts.shipments.load(id);
    if (shipment === null) return err(refusals.noSuchShipment);
    const asked = { id, shipment, command: command.value, body, author };
    const kept = await this.parts.store.ofCommand(command.value);
    const issued = issuedAmong(shipment, kept);
    return issued.length > 0 ? this.issueThese(asked, issued, await this.lackingNow(asked, issued)) : this.make(asked);
  }

  /** What was asked for and not issued then, and what it lacks by now; none of a plan that does not stand any more. */
  private async lackingNow(asked: Asked, issued: readonly PaperDocument[]): Promise<readonly NotMade[]> {
    const plans = await this.parts.making.all(asked, await this.parts.clock.now());
    const { plan, references } = asked.body;
    const lacking = plans.find((each) => each.plan === plan)?.pack.notMade ?? [];
    return lacking.filter(
      ({ paper: kind, of, reference }) =>
        (references?.includes(reference) ?? true) && !issued.some((each) => isLike(each, { kind, of })),
    );
  }

  private async make(asked: Asked): Promise<Result<IssuedAnswer, Refusal>> {
    const now = await this.parts.clock.now();
    const plans = await this.parts.making.all(asked, now);
    const plan = plans.find(({ plan: number }) => number === asked.body.plan);
    if (plan === undefined) return err(refusals.planNotLive(plans.map(({ plan: number }) => number)));
    const chosen = chosenOf(plan, asked.body.references);
    if (!chosen.ok) return chosen;
    const { papers, notMade } = chosen.value;
    if (papers.length === 0) return err(refusals.notMade(notMade, asked.body.references && '/references'));
    if (papers.length > mostPapersAtOnce) return err(refusals.tooManyAtOnce);
    if ((await this.parts.store.count(asked.id)) + papers.length > mostPapersIssued) return err(refusals.tooManyPapers);
    const { id, shipment, command, author } = asked;
    const of = { id, shipment, command, by: author.acting.person };
    const documents = await documentsOf({ ...of, plan, papers }, this.parts.codes);
    await this.parts.store.keep(documents);
    await this.parts.points.reach('after-papers');
    return this.issueThese(asked, await this.asKept(asked.command, documents), notMade);
  }

  /** What a try before this one kept under the same key stays as it was; what has changed since is found out by the look that follows every issue. */
  private async asKept(command: CommandId, documents: readonly PaperDocument[]): Promise<readonly PaperDocument[]> {
    const kept = new Map((await this.parts.store.ofCommand(command)).map((each) => [each.document, each]));
    return documents.flatMap(({ document }) => kept.get(document) ?? []);
  }

  private async issueThese(
    { id, command, body, author }: Asked,
    documents: readonly PaperDocument[],
    notMade: readonly NotMade[],
  ): Promise<Result<IssuedAnswer, Refusal>> {
    const { person, organisation } = author.acting;
    const papers = documents.map(({ document, kind, of, sha256 }) => ({ document, kind, of, sha256 }));
    const outcome = await this.parts.issue.execute(
      {
        ...{ shipment: id, id: command, ifMatch: null, issuer: author.acting, recordedBy: author.account },
        command: { name: 'IssuePapers', data: { plan: body.plan, papers } },
        statedBy: { person, organisation: organisation.name, how: 'account' },
      },
      { name: 'IssuePapers', shipment: id, plan: body.plan, references: body.references ?? null },
    );
    if (outcome.kind === 'refused') return err(outcome.refusal);
    return ok({
      issued: papers.map(({ document, kind, of }) => ({ document, kind, of })),
      notMade: notMade.map(({ paper: kind, of, missing }) => ({ kind, of, missing: [...missing] })),
      repeated: outcome.repeated,
    });
  }
}

/** Those of a command that the log knows of: then it was issued. */
function issuedAmong(shipment: Shipment, kept: readonly PaperDocument[]): readonly PaperDocument[] {
  const known = new Set(shipment.stages.papers.issued.map(({ document }) => document));
  return kept.filter(({ document }) => known.has(document));
}

interface Chosen {
  readonly papers: readonly Paper[];
  readonly notMade: readonly NotMade[];
}

function chosenOf({ pack }: PlanPapers, references: readonly string[] | undefined): Result<Chosen, Refusal> {
  if (references === undefined) return ok(pack);
  const there = new Set([...pack.papers, ...pack.notMade].map(({ reference }) => reference));
  const unknown = references.findIndex((reference) => !there.has(reference));
  if (unknown >= 0) return err(refusals.unknownReference(unknown));
  const asked = new Set(references);
  return ok({
    papers: pack.papers.filter(({ reference }) => asked.has(reference)),
    notMade: pack.notMade.filter(({ reference }) => asked.has(reference)),
  });
}
