import { notWorded } from '../deciding.js';
import type { Policy, RegistryLimit } from '../policy.js';
import { compareToPerKg } from '../products.js';
import type { Refusal } from '../stage.js';
import type { OrderDetails, OrderEvent, OrderState } from './order.js';
import { ruleFor } from './order.product.js';

type RegistryEvent = Extract<OrderEvent, { type: 'RequestAboveCeilingMarked' | 'RequestBelowFloorWarned' }>;
type RegistryFact<E extends RegistryEvent = RegistryEvent> = E extends RegistryEvent ? Pick<E, 'type' | 'data'> : never;

/** What the donor's registry holds against the requests: a ceiling that needs its consent, a floor that warns (standards.md 2.1). */
export function againstTheRegistry(details: OrderDetails, policy: Policy): readonly RegistryFact[] {
  const limits = ruleFor(details.donorGrid, policy)?.limits ?? [];
  return limits.filter((limit) => limit.product === details.product).flatMap((limit) => against(limit, details));
}

function against(limit: RegistryLimit, { recipients }: OrderDetails): readonly RegistryFact[] {
  const { metric, perKg, kind } = limit;
  const refs = recipients
    .filter(({ doses, weightKg }) =>
      doses.some((dose) => dose.metric === metric && breaks(compareToPerKg(dose, weightKg, perKg), limit)),
    )
    .map((each) => each.ref);
  if (refs.length === 0) return [];
  return kind === 'ceiling'
    ? [{ type: 'RequestAboveCeilingMarked', data: { metric, ceilingPerKg: perKg, recipients: refs } }]
    : [{ type: 'RequestBelowFloorWarned', data: { metric, floorPerKg: perKg, recipients: refs } }];
}

/** A request equal to the floor is below it where the registry's rule says "above" (JMDP, S1). */
function breaks(compared: number, { kind, comparison }: RegistryLimit): boolean {
  if (kind === 'ceiling') return compared > 0;
  return comparison === 'above' ? compared <= 0 : compared < 0;
}

/** Why the registry's consent cannot be recorded, undefined when it can. */
export function consentProblem(evidence: string, state: OrderState): Refusal | undefined {
  if (!state.aboveRegistryCeiling) {
    return {
      code: 'no-consent-needed',
      sentence: "The request is not above the registry's ceiling, so no consent is needed.",
    };
  }
  if (state.registryConsent)
    return { code: 'consent-already-recorded', sentence: "The registry's consent is recorded already." };
  return notWorded(evidence, 'The evidence of the consent', '/evidence');
}
