import { defaultPolicy, type Policy } from '@cellrelay/shipment';
import { newPolicy, type NewPolicyBody } from '@cellrelay/use-cases';
import type { PathFault } from './locate.js';
import type { ScenarioFile } from './scenario.schema.js';

type PolicyField = ScenarioFile['policies'][number];

/** The body with which the site of a scenario enters a policy. */
export function bodyOfPolicy(policy: Policy): NewPolicyBody {
  const persons = { owner: 'EXAMPLE Medical director', approver: 'EXAMPLE Quality manager' };
  return { policy, ...persons, source: 'EXAMPLE figures of a scenario' };
}

/** The policies of a scenario, each the one that ships with some settings of its own. */
export function policiesOf(file: Pick<ScenarioFile, 'policies'>): readonly Policy[] {
  return file.policies.map(whole);
}

function whole({ version, over }: PolicyField): Policy {
  return { ...defaultPolicy, ...over, version };
}

/** What is wrong with a scenario's policies, each where it stands. */
export function policyFaults(file: Pick<ScenarioFile, 'policies'>): readonly PathFault[] {
  return file.policies.flatMap((field, index) => {
    const read = newPolicy.safeParse(bodyOfPolicy(whole(field)));
    if (read.success) return [];
    return read.error.issues.map(({ path, message }) => ({
      path: ['policies', index, 'over', ...path.slice(1)],
      sentence: `${path.slice(1).map(String).join('.')}: ${message}`,
    }));
  });
}
