import type { MarkerFacts, PaperFacts, TemperatureFacts, Passport } from '@cellrelay/paperwork';

/**
 * What papers say that no shipment's log tells: of the organisation that makes them, of the couriers, the centres and the donor's tests. Each as far as somebody entered it; without
 * it the papers that need it are not made.
 */
export interface EnteredFacts extends Pick<
  PaperFacts,
  'issuer' | 'hotline' | 'signatory' | 'consignor' | 'consignee' | 'contacts' | 'boxSizeCm' | 'value'
> {
  readonly markers?: MarkerFacts | undefined;
  readonly passport?: Passport | undefined;
  readonly substitutePassport?: Passport | undefined;
}

/** What the loggers read, thinned; the stays outside the range are on the shipment's record. */
export type ReadingsForPapers = Omit<TemperatureFacts, 'excursions'>;
