import type { ShipmentId } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { EnteredFacts } from './entered-facts.js';

/** Where what was entered for papers is read. */
export interface EnteredFactsSource {
  /** What was entered for the papers of that shipment, each as far as it is about whoever is named there now. */
  of(id: ShipmentId, shipment: Shipment): Promise<EnteredFacts>;
}
