import type { PaperFacts } from '@cellrelay/paperwork';
import { factsFrom, logOf, shipmentAfter } from '../../support/papers/packs-of-scenario.js';
import { overGermany } from '../../support/papers/scenario-variants.js';

/** The facts of case A by its first plan once the box is packed, to Munich instead of Houston, so that its papers are in two languages each. */
export async function packFacts(): Promise<PaperFacts> {
  const log = await logOf('case-a-day-one-enough.yaml', overGermany);
  return factsFrom(shipmentAfter(log, 'BoxPacked'), 1);
}
