import type { Result } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { Refusal } from '@cellrelay/shipment';

/** What was answered, or the refusal. */
export function valueOf<T>(answer: Result<T, Refusal>): T {
  return answer.ok ? answer.value : refuse(answer.error);
}

/** What was found of a shipment; where there is nothing, there is no such shipment for whoever asks. */
export function foundShipment<T>(found: T | undefined): T {
  return found ?? refuse({ code: 'no-such-shipment', sentence: 'There is no shipment of this id.' });
}
