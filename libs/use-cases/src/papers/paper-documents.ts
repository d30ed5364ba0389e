import type { CommandId, ShipmentId } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import type { Shipment } from '@cellrelay/shipment';
import type { PlanPapers } from './making-papers.js';
import type { PaperCodes } from './paper-codes.port.js';
import { documentId, factPrints } from './paper-content.js';
import { endOfPaper } from './paper-end.js';
import { groundPrints } from './paper-of-a-moment.js';
import type { PaperDocument } from './paper-store.port.js';
import { paperHash, paperStatement } from './sign-paper.js';

/** Papers of a plan that a command is to issue, and who has them made. */
interface Making {
  readonly id: ShipmentId;
  readonly shipment: Shipment;
  readonly command: CommandId;
  readonly by: string;
  readonly plan: PlanPapers;
  readonly papers: readonly Paper[];
}

/** Papers as they are kept, each with its code: all are signed at once, with one key. */
export async function documentsOf(making: Making, codes: PaperCodes): Promise<readonly PaperDocument[]> {
  const { shipment, plan, papers } = making;
  const uncoded = papers.map((paper) => uncodedDocument(making, paper));
  const useBy = plan.facts.clock?.limitAt.at ?? null;
  const texts = await codes.of(
    uncoded.map(({ document, kind, sha256, madeAt: issuedAt }) => {
      const validUntil = endOfPaper(kind, shipment, { plan: plan.plan, useBy });
      return paperStatement(document, sha256, { issuedAt, validUntil });
    }),
  );
  return uncoded.map((document, index) => ({ ...document, code: texts[index] ?? null }));
}

function uncodedDocument(
  { id, shipment, command, by, plan: { plan, facts } }: Making,
  content: Paper,
): Omit<PaperDocument, 'code'> {
  const { kind, reference, of, reader } = content;
  return {
    ...{ document: documentId({ shipment: id, command, reference }), shipment: id, command, by, plan },
    // What paperwork makes is of its own kinds.
    ...{ kind: kind as PaperDocument['kind'], of, reference, content, sha256: paperHash(content) },
    facts: { ...factPrints(facts, reader), ...groundPrints(kind, shipment, facts.madeAt.at) },
    madeAt: facts.madeAt.at,
  };
}
