import { commandIdOf, type CommandId, type ShipmentId } from '@cellrelay/kernel';
import {
  isInForce,
  livePlans,
  mostPapersAtOnce,
  type IssuedPaper,
  type OutdatedPaper,
  type Shipment,
  type StatedBy,
} from '@cellrelay/shipment';
import type { IssueCommand } from '../command/issue-command.js';
import { fingerprint } from '../log/chain.js';
import type { ShipmentMark } from '../marks/marks.port.js';
import { settleMarks } from '../marks/settle-marks.js';
import type { Clock, ShipmentStore } from '../ports.js';
import type { PaperMaking, PlanPapers } from './making-papers.js';
import { changedFacts, factPrints, saysTheSame } from './paper-content.js';
import { changedGround, groundPrints, isOfAMoment } from './paper-of-a-moment.js';
import type { PaperDocument, PaperMarks, PaperStore } from './paper-store.port.js';

/** What papers are looked at again with. */
export interface ReportPapersParts {
  readonly marks: PaperMarks;
  readonly store: Pick<PaperStore, 'some'>;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly making: Pick<PaperMaking, 'all'>;
  readonly issue: Pick<IssueCommand, 'asSystem'>;
  readonly clock: Clock;
  /** Told of what failed, for the log. */
  readonly failed: (shipment: ShipmentId, error: unknown) => void;
}

const statedBy: StatedBy = { person: 'papers', organisation: 'CellRelay', how: 'desk' };

const mostMarks = 20;
/** How many shipments' marks are set at once, where what was entered may concern all. */
const mostSpread = 200;

/**
 * Finds out which papers in force say something else by now, or are not made any more. A mark is set in one transaction with whatever may have outdated them, and goes once the log
 * has it: whoever dies in between leaves the mark. Done twice, nothing is recorded twice.
 */
export class ReportPapers {
  constructor(private readonly parts: ReportPapersParts) {}

  /** Of one shipment, if it is marked. Throws where it could not be done; the mark stays. */
  async work(shipment: ShipmentId): Promise<void> {
    const mark = await this.parts.marks.mark(shipment);
    if (mark !== null) await this.settle(mark);
  }

  /** Whatever is marked. One that fails waits, longer each time, and holds up no other. */
  async sweep(): Promise<void> {
    const { marks, failed } = this.parts;
    await marks.spread(mostSpread);
    await settleMarks(await marks.marked(mostMarks), { marks, failed, settle: (mark) => this.settle(mark) });
  }

  private async settle(mark: ShipmentMark): Promise<void> {
    const shipment = await this.parts.shipments.load(mark.shipment);
    const done = shipment === null || (await this.report(mark.shipment, shipment));
    if (done) await this.parts.marks.clear(mark);
  }

  /** False where another look is owed: there were more than one command takes, or the shipment has moved on meanwhile. */
  private async report(id: ShipmentId, shipment: Shipment): Promise<boolean> {
    const papers = comparable(shipment);
    if (papers.length === 0) return true;
    const documents = await this.parts.store.some(
      id,
      papers.map(({ document }) => document),
    );
    const plans = await this.parts.making.all({ id, shipment }, await this.parts.clock.now());
    const outdated = outdatedAmong(papers, documents, { shipment, plans });
    const told = outdated.slice(0, mostPapersAtOnce);
    if (told.length === 0) return true;
    return (await this.record(id, shipment, told)) && told.length === outdated.length;
  }

  private async record(id: ShipmentId, shipment: Shipment, papers: readonly OutdatedPaper[]): Promise<boolean> {
    const command = { name: 'SupersedePapers', data: { papers } } as const;
    const outcome = await this.parts.issue.asSystem(id, commandId(id, shipment, papers), command, statedBy);
    if (outcome.kind === 'accepted') return true;
    const { code, sentence } = outcome.refusal;
    if (code === 'papers-superseded-already') return true;
    if (code === 'papers-overtaken') return false;
    throw new Error(`that papers are outdated could not be recorded: ${sentence}`);
  }
}

/** Papers in force of plans that stand; those of other plans are withdrawn by the commit that lets go of the plan. */
function comparable(shipment: Shipment): readonly IssuedPaper[] {
  const plans = new Set(livePlans(shipment).map(({ plan }) => plan));
  return shipment.stages.papers.issued.filter((paper) => isInForce(paper) && plans.has(paper.plan));
}

/** As a shipment stands, and its papers as they can be made. */
interface Standing {
  readonly shipment: Shipment;
  readonly plans: readonly PlanPapers[];
}

function outdatedAmong(
  papers: readonly IssuedPaper[],
  documents: readonly PaperDocument[],
  { shipment, plans }: Standing,
): readonly OutdatedPaper[] {
  const kept = new Map(documents.map((each) => [each.document, each]));
  return papers.flatMap((paper) => {
    const document = kept.get(paper.document);
    const plan = plans.find(({ plan: number }) => number === paper.plan);
    if (document === undefined || plan === undefined) return [];
    const changed = isOfAMoment(paper.kind) ? changedSince(document, shipment) : changedOf(document, plan);
    return changed === undefined || isKnown(paper, changed) ? [] : [{ document: paper.document, changed }];
  });
}

function isKnown({ standing, changed: known }: IssuedPaper, changed: readonly string[]): boolean {
  return standing === 'superseded' && [...known].sort().join() === [...changed].sort().join();
}

/**
 * The facts by which a paper says something else now; undefined where it says the same, or where no fact is another: then our own words are, and a paper that was true is true still. None: nothing
 * like it is made of the plan any more.
 */
function changedOf(document: PaperDocument, { facts, pack }: PlanPapers): readonly string[] | undefined {
  const { kind, of, content } = document;
  const lacking = pack.notMade.find((each) => each.paper === kind && each.of === of);
  const now = pack.papers.find((each) => each.kind === kind && each.of === of);
  if (lacking === undefined && now === undefined) return [];
  if (now !== undefined && saysTheSame(content, now)) return undefined;
  const changed = changedFacts(document.facts, factPrints(facts, content.reader));
  const named = lacking === undefined ? changed : [...changed, ...lacking.missing.map(({ fact }) => fact)];
  return named.length === 0 ? undefined : [...new Set(named)].sort();
}

/** Of a paper that tells how things were: by what it rested on it is not true any more; undefined where it is, whatever came later. */
function changedSince({ kind, facts, madeAt }: PaperDocument, shipment: Shipment): readonly string[] | undefined {
  const changed = changedGround(facts, groundPrints(kind, shipment, madeAt));
  return changed.length === 0 ? undefined : changed;
}

/** The same report on the same state is the same command. */
function commandId(id: ShipmentId, { revision }: Shipment, papers: readonly OutdatedPaper[]): CommandId {
  const command = commandIdOf(`papers/${id}/${revision}/${fingerprint(papers).slice(0, 16)}`);
  if (command === undefined) throw new Error(`no command id for papers of ${id}`);
  return command;
}
