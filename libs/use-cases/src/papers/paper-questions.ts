import type { ShipmentId } from '@cellrelay/kernel';
import type { NotMade, Paper } from '@cellrelay/paperwork';
import type { IssuedPaper, PlanNumber, Shipment } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import type { PaperMaking, PlanPapers } from './making-papers.js';
import type { PaperCodes } from './paper-codes.port.js';
import { paperReader, type PaperReader } from './paper-holders.js';
import { paperNames } from './paper-names.js';
import type { DocumentInList, PaperStore } from './paper-store.port.js';
import type { EarlierPaperView, PaperStanding, PapersView, PaperView, PlanPapersView } from './paper-views.js';

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly store: Pick<PaperStore, 'listed' | 'shipmentOf'>;
  readonly making: Pick<PaperMaking, 'all'>;
  readonly codes: Pick<PaperCodes, 'ready'>;
  readonly clock: Clock;
}

/** So many papers are listed that are valid no more. */
const mostEarlier = 200;

/** What is asked of papers: by whoever may hold them, and by whoever holds one. */
export class PaperQuestions {
  constructor(private readonly parts: Parts) {}

  /** A shipment's papers, as far as somebody may hold them; undefined where it is not there for them. */
  async papers(id: ShipmentId, acting: Acting): Promise<PapersView | undefined> {
    const shipment = await this.parts.shipments.load(id);
    const reader = shipment === null ? undefined : paperReader(acting, shipment);
    if (shipment === null || reader === undefined) return undefined;
    const plans = await this.parts.making.all({ id, shipment }, await this.parts.clock.now());
    const issued = shipment.stages.papers.issued.filter(({ kind }) => reader.holds(kind));
    const newest = newestOf(issued, plans);
    const listed = await this.parts.store.listed(
      id,
      [...newest.values()].map(({ document }) => document),
    );
    const known = new Map(listed.map((each) => [each.document, each]));
    return {
      plans: plans.map((plan) => planView(plan, { reader, newest, known })),
      earlier: earlierOf(issued, newest),
      issues: reader.held.includes('operator/coordinator'),
      checkable: await this.parts.codes.ready(),
    };
  }

  /** How a paper stands; nothing else is told of it, to whomever. */
  async standing(document: string): Promise<PaperStanding> {
    const id = /^[0-9a-f]{32}$/.test(document) ? await this.parts.store.shipmentOf(document) : null;
    const shipment = id === null ? null : await this.parts.shipments.load(id);
    return standingIn(shipment, document);
  }
}

/** Contents without an event are unknown to everybody. */
function standingIn(shipment: Shipment | null, document: string): PaperStanding {
  return shipment?.stages.papers.issued.find((paper) => paper.document === document)?.standing ?? 'unknown';
}

type Place = Pick<IssuedPaper, 'plan' | 'kind' | 'of'>;

const placeOf = ({ plan, kind, of }: Place): string => JSON.stringify([plan, kind, of]);

/** The last that was issued in each place of the plans that stand. */
function newestOf(issued: readonly IssuedPaper[], plans: readonly PlanPapers[]): ReadonlyMap<string, IssuedPaper> {
  const standing = new Set(plans.map(({ plan }) => plan));
  return new Map(issued.filter(({ plan }) => standing.has(plan)).map((paper) => [placeOf(paper), paper]));
}

function earlierOf(issued: readonly IssuedPaper[], newest: ReadonlyMap<string, IssuedPaper>): EarlierPaperView[] {
  const now = new Set([...newest.values()].map(({ document }) => document));
  const last = new Map(issued.map((paper) => [placeOf(paper), paper.document]));
  return issued
    .filter(({ document }) => !now.has(document))
    .slice(-mostEarlier)
    .reverse()
    .map((paper) => earlierView(paper, last.get(placeOf(paper)) !== paper.document));
}

function earlierView(
  { document, plan, kind, of, issuedAt, standing, changed, endedAt }: IssuedPaper,
  replaced: boolean,
): EarlierPaperView {
  return {
    ...{ document, plan, kind: kind as EarlierPaperView['kind'], of, issuedAt, standing, endedAt },
    ...{ changed: [...changed], replaced },
  };
}

interface Listing {
  readonly reader: PaperReader;
  readonly newest: ReadonlyMap<string, IssuedPaper>;
  readonly known: ReadonlyMap<string, DocumentInList>;
}

/** What can be made, then what lacks something, then what was issued and is not asked for any more. */
function planView({ plan, pack }: PlanPapers, listing: Listing): PlanPapersView {
  const { reader, newest, known } = listing;
  const made = pack.papers.filter(({ kind }) => reader.holds(kind)).map((paper) => madeView(paper, plan, listing));
  const lacking = reader.ofOperator ? pack.notMade.map((paper) => lackingView(paper, plan, listing)) : [];
  const listed = new Set([...made, ...lacking].map(({ kind, of }) => placeOf({ plan, kind, of })));
  const left = [...newest.values()]
    .filter((paper) => paper.plan === plan && !listed.has(placeOf(paper)))
    .map((paper) => leftView(paper, known, reader));
  return { plan, papers: [...made, ...lacking, ...left] };
}

function madeView(paper: Paper, plan: PlanNumber, { reader, newest, known }: Listing): PaperView {
  const kind = paper.kind as PaperView['kind'];
  const { of, reference, title, languages } = paper;
  return {
    ...{ kind, of, reference, title: title.texts.en ?? paperNames[kind], languages: [...languages] },
    ...{ made: true, missing: [] },
    issued: issuedView(newest.get(placeOf({ plan, kind, of })), known, reader),
  };
}

function lackingView(
  { paper: kind, of, reference, missing }: NotMade,
  plan: PlanNumber,
  { reader, newest, known }: Listing,
): PaperView {
  return {
    ...{ kind, of, reference, title: paperNames[kind], languages: [], made: false, missing: [...missing] },
    issued: issuedView(newest.get(placeOf({ plan, kind, of })), known, reader),
  };
}

function leftView(paper: IssuedPaper, known: Listing['known'], reader: PaperReader): PaperView {
  const kind = paper.kind as PaperView['kind'];
  return {
    ...{ kind, of: paper.of, title: paperNames[kind], languages: [], made: false, missing: [] },
    reference: known.get(paper.document)?.reference ?? paper.document,
    issued: issuedView(paper, known, reader),
  };
}

function issuedView(
  paper: IssuedPaper | undefined,
  known: Listing['known'],
  { ofOperator }: PaperReader,
): PaperView['issued'] {
  if (paper === undefined) return null;
  const { document, issuedAt, standing, changed } = paper;
  const by = ofOperator ? (known.get(document)?.by ?? null) : null;
  return { document, issuedAt, standing, changed: [...changed], by };
}
