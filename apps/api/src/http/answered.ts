import type { Result } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { Refusal } from '@cellrelay/shipment';
import { bodyRefusal } from './faults.js';

/** What was answered, or the refusal; of several, all of them. */
export function valueOf<T>(answer: Result<T, Refusal | readonly [Refusal, ...Refusal[]]>): T {
  if (answer.ok) return answer.value;
  return refuse('code' in answer.error ? answer.error : bodyRefusal(answer.error));
}

/** What was found of a shipment; where there is nothing, there is no such shipment for whoever asks. */
export function foundShipment<T>(found: T | undefined): T {
  return found ?? refuse({ code: 'no-such-shipment', sentence: 'There is no shipment of this id.' });
}
