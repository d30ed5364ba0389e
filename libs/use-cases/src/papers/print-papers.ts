import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { codeInWords, draftOf, endedOf, packCover, type Pack, type Paper } from '@cellrelay/paperwork';
import {
  destinationOf,
  orderOf,
  type IssuedPaper,
  type PlanNumber,
  type Refusal,
  type Shipment,
} from '@cellrelay/shipment';
import type { PrintedPaper, Typesetter } from '../documents/typeset.port.js';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { toldTo } from '../words/tell-words.js';
import type { WordsReader } from '../words/words.port.js';
import { leftOutOf, nothingLeftOut } from './left-out.js';
import type { PaperMaking } from './making-papers.js';
import { paperReader, type PaperReader } from './paper-holders.js';
import * as refusals from './paper-refusals.js';
import type { PaperDocument, PaperStore } from './paper-store.port.js';

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly store: Pick<PaperStore, 'some'>;
  readonly making: Pick<PaperMaking, 'all'>;
  readonly typesetter: Typesetter;
  /** Tells sealed words to whoever may read them. */
  readonly words: WordsReader;
  readonly clock: Clock;
}

/** A file, and what it is called; the name tells nobody's. */
export interface PrintedFile {
  readonly pdf: Uint8Array;
  readonly name: string;
}

/** Which paper a draft is asked of. */
export interface DraftAsked {
  readonly plan: PlanNumber;
  readonly kind: string;
  readonly of: string | null;
}

/** A shipment, and as what somebody looks at its papers. */
interface Looked {
  readonly shipment: Shipment;
  readonly reader: PaperReader;
}

type Printing = Result<PrintedFile, Refusal>;

/**
 * Papers as files, for whoever may hold them. To whom a paper is not to be had, it is not there. Sealed words in it are told to the reader's organisation as anywhere else. Throws
 * NotSet where it cannot be set, or not now.
 */
export class PaperPrinting {
  constructor(private readonly parts: Parts) {}

  /** A paper as it would be issued now, without a code and marked as a draft, with what it lacks: for the operator's people alone. */
  async draft(id: ShipmentId, acting: Acting, asked: DraftAsked): Promise<Printing> {
    const looked = await this.look(id, acting);
    if (!looked.ok) return looked;
    const { shipment, reader } = looked.value;
    if (!reader.ofOperator || !reader.holds(asked.kind)) return err(refusals.noSuchPaper);
    const plans = await this.parts.making.all({ id, shipment }, await this.parts.clock.now());
    const plan = plans.find(({ plan: number }) => number === asked.plan);
    if (plan === undefined)
      return err(
        refusals.noPaperAt(
          '/plan',
          plans.map(({ plan: number }) => String(number)),
        ),
      );
    const paper = plan.pack.papers.find(({ kind, of }) => kind === asked.kind && of === asked.of);
    if (paper === undefined) return err(whyNotMade(plan.pack, asked));
    const told = await this.told(acting, draftOf(paper));
    const pdf = await this.parts.typesetter.setPaper({ paper: told, code: null }, { madeAt: plan.facts.madeAt.at });
    return ok({ pdf, name: `${paper.reference}-draft.pdf` });
  }

  /** A paper as it was issued; one that is valid no more says so before all else, and in its file's name. */
  async issued(id: ShipmentId, acting: Acting, document: string): Promise<Printing> {
    const looked = await this.look(id, acting);
    if (!looked.ok) return looked;
    const { shipment, reader } = looked.value;
    const known = shipment.stages.papers.issued.filter(
      (paper) => paper.document === document && reader.holds(paper.kind),
    );
    const [found] = await this.contents(id, known);
    if (found === undefined) return err(refusals.noSuchPaper);
    const printed = await this.printed(acting, found);
    const standing = known[0]?.standing ?? 'valid';
    const paper = standing === 'valid' ? printed.paper : endedOf(printed.paper, standing);
    const pdf = await this.parts.typesetter.setPaper({ ...printed, paper }, { madeAt: found.madeAt });
    return ok({ pdf, name: `${found.reference}${standing === 'valid' ? '' : `-${standing}`}.pdf` });
  }

  /** All valid papers of a plan that the reader may hold, behind a cover that says which are left out, in the order in which they were issued. */
  async pack(id: ShipmentId, acting: Acting, plan: PlanNumber): Promise<Printing> {
    const looked = await this.look(id, acting);
    if (!looked.ok) return looked;
    const { shipment, reader } = looked.value;
    const valid = shipment.stages.papers.issued.filter(
      (paper) => paper.plan === plan && paper.standing === 'valid' && reader.holds(paper.kind),
    );
    const found = await this.contents(id, valid);
    if (found.length === 0) return err(refusals.noSuchPaper);
    const papers = await Promise.all(found.map((each) => this.printed(acting, each)));
    const now = await this.parts.clock.now();
    const plans = await this.parts.making.all({ id, shipment }, now);
    const made = plans.find((each) => each.plan === plan);
    const reference = `${orderOf(shipment).details.reference}-P${plan}`.replaceAll(/[^A-Za-z0-9.-]+/g, '-');
    const at = { at: now, zone: destinationOf(shipment).zone };
    const cover = packCover(
      papers.map(({ paper }) => paper),
      { reference, plan, at, leftOut: made === undefined ? nothingLeftOut : leftOutOf(shipment, made, reader) },
    );
    return ok({ pdf: await this.parts.typesetter.setPack(papers, cover, { madeAt: now }), name: `${reference}.pdf` });
  }

  private async look(id: ShipmentId, acting: Acting): Promise<Result<Looked, Refusal>> {
    const shipment = await this.parts.shipments.load(id);
    const reader = shipment === null ? undefined : paperReader(acting, shipment);
    return shipment === null || reader === undefined ? err(refusals.noSuchShipment) : ok({ shipment, reader });
  }

  /** In the order of their issue. */
  private async contents(id: ShipmentId, papers: readonly IssuedPaper[]): Promise<readonly PaperDocument[]> {
    if (papers.length === 0) return [];
    const wanted = papers.map(({ document }) => document);
    const found = new Map((await this.parts.store.some(id, wanted)).map((each) => [each.document, each]));
    return wanted.flatMap((document) => found.get(document) ?? []);
  }

  private async printed(acting: Acting, { content, code }: PaperDocument): Promise<PrintedPaper> {
    const paper = await this.told(acting, content);
    return { paper, code: code === null ? null : { text: code, alt: codeInWords(paper) } };
  }

  private told(acting: Acting, paper: Paper): Promise<Paper> {
    return toldTo(this.parts.words, acting.organisation.id, paper);
  }
}

/** What stands in the way of a paper that cannot be made: what it lacks, or that the plan asks for none like it. */
function whyNotMade({ papers, notMade }: Pack, { kind, of }: DraftAsked): Refusal {
  const all = [...papers, ...notMade.map((each) => ({ ...each, kind: each.paper }))];
  const alike = all.filter((each) => each.kind === kind);
  if (alike.length === 0) return refusals.noPaperAt('/kind', [...new Set(all.map((each) => each.kind))]);
  const lacking = notMade.find((each) => each.paper === kind && each.of === of);
  if (lacking !== undefined) return refusals.notMade([lacking], '/kind');
  return refusals.noPaperAt(
    '/of',
    alike.flatMap((each) => each.of ?? []),
  );
}
