import type { Sourced } from '@cellrelay/shipment';

/** What the figures of a policy are about, in the order of the trip. */
export const groups = {
  clocks: 'Clocks',
  registries: 'Registries',
  collection: 'Collection and count',
  patient: 'Donor and recipient',
  flights: 'Flights',
  borders: 'Borders and X-ray',
  courier: 'Courier',
  box: 'Box and shipper',
  receipt: 'Receipt and after',
  watch: 'Alerts and deviations',
} as const;

export type Group = (typeof groups)[keyof typeof groups];

/** One figure in words. */
export interface Figure {
  readonly key: string;
  /** JSON pointer into the policy, to the object that it says. */
  readonly at: string;
  readonly group: Group;
  readonly title: string;
  readonly value: string;
  readonly source: string;
  readonly mark: Sourced<unknown>['mark'];
}

/** What a setting is about, how it is called, and how its value is said. */
export type Setting<Value> = readonly [group: Group, title: string, say: (value: Value) => string];
