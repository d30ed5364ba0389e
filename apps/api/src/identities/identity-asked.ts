import { refuse } from '@cellrelay/platform';
import type { Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Asker, Whose } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { bodyRefusal } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';

/** What an address names. */
export interface Named {
  readonly id: string;
  readonly subject: string;
}

/** Who asks. */
export function askerOf(req: Request): Asker {
  const { name: account, acting } = signedInOf(req);
  return { account, acting };
}

/** The donor is on the donor's side, whoever else has a label is a recipient. */
export function whoseIn({ id, subject }: Named): Whose {
  return { shipment: shipmentIn(id), side: subject === 'donor' ? 'donor' : 'patient', subject };
}

/** What was answered, or the refusal. */
export function valueOf<T>(answer: Result<T, readonly [Refusal, ...Refusal[]]>): T {
  return answer.ok ? answer.value : refuse(bodyRefusal(answer.error));
}
