import { labelPress, type PaperTypesetter } from '@cellrelay/adapter-documents';
import type { Database } from '@cellrelay/adapter-postgres';
import { LabelCodes, ShipmentLabels, type EnteredFactsSource } from '@cellrelay/use-cases';

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
