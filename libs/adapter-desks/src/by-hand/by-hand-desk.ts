import { callKinds } from '@cellrelay/shipment';
import type { Desk } from '@cellrelay/use-cases';

/** The desk of a site that has no connection to an airline, a customs office or an airport: a person gets the task and enters the outcome. */
export const byHandDesk: Desk = {
  serves: callKinds.filter((kind) => kind !== 'tell'),
  call: () => Promise.resolve({ kind: 'by-hand' }),
};
