import { refuse } from '@cellrelay/platform';
import type { Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Whose } from '@cellrelay/use-cases';
import { bodyRefusal } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';

/** What an address names. */
export interface Named {
  readonly id: string;
  readonly subject: string;
}

/** The donor is on the donor's side, whoever else has a label is a recipient. */
export function whoseIn({ id, subject }: Named): Whose {
  return { shipment: shipmentIn(id), side: subject === 'donor' ? 'donor' : 'patient', subject };
}

/** What was answered, or the refusal. */
export function valueOf<T>(answer: Result<T, readonly [Refusal, ...Refusal[]]>): T {
  return answer.ok ? answer.value : refuse(bodyRefusal(answer.error));
}
