import { agendaOf, fold, foldVersion, standingOf, type Shipment } from '@cellrelay/shipment';
import { chainHash, loggedEventOf, rowOf, type StoredEntry } from '@cellrelay/use-cases';

function refold(entries: readonly StoredEntry[]): Shipment {
  return fold(entries.map((entry) => loggedEventOf(entry.text)));
}

function scansOf({ stages }: Shipment): readonly string[] {
  return standingOf(stages.scans).map(({ id }) => id);
}

/** The core's fold, as the store needs it to rebuild states that an older fold left behind. */
export const folding = { version: foldVersion, refold };

/** The core's derivations, as `verify` needs them to recompute everything that is stored. */
export const derivations = { chainHash, foldVersion, fold: refold, agendaOf, rowOf, scansOf };
