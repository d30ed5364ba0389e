import { labelPress, type PaperTypesetter } from '@cellrelay/adapter-documents';
import { PostgresScans, type Database } from '@cellrelay/adapter-postgres';
import { FileWordsVault } from '@cellrelay/platform';
import { LabelCodes, Scans, ShipmentLabels, type EnteredFactsSource, type IssueCommand } from '@cellrelay/use-cases';

/** Labels of shipments, and the site's own list of the codes on them. */
export interface LabelParts {
  readonly labelCodes: LabelCodes;
  readonly labels: ShipmentLabels;
}

type Stores = Pick<Database, 'shipments' | 'labelCodes' | 'clock'>;

/** Both over that database. */
export function labelsOn(
  { shipments, labelCodes: store, clock }: Stores,
  entered: EnteredFactsSource,
  typesetter: Pick<PaperTypesetter, 'setLabels'>,
): LabelParts {
  const labelCodes = new LabelCodes(store);
  const press = labelPress(typesetter);
  return { labelCodes, labels: new ShipmentLabels({ shipments, entered, codes: labelCodes, press, clock }) };
}

/** Scans of papers, by the keys in that folder: without one none is kept, for a paper may name anybody, and unlike a reason it can wait. */
export function scansOn(
  { pool, shipments }: Pick<Database, 'pool' | 'shipments'>,
  issue: IssueCommand,
  keysFolder: string | null,
): Scans {
  return new Scans({ shipments, issue, store: new PostgresScans(pool, new FileWordsVault(keysFolder)) });
}
