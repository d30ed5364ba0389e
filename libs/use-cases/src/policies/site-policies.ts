import { z } from 'zod';
import { err, ok, sameJson, type Result } from '@cellrelay/kernel';
import { defaultPolicy, type Policy, type Refusal } from '@cellrelay/shipment';
import { liftedPolicy } from '../log/upcasts.js';
import { line, longText } from '../wire/fields.js';
import { namesIn } from '../wire/field-names.js';
import { refusalsOf } from '../wire/refusals.js';
import { regionsRefused, type PolicyWorld } from './policy-regions.js';
import { policySchema } from './policy-schema.js';
import type { PolicySource } from './policy-source.js';
import type { PolicyEntry, PolicyStore } from './policy-store.port.js';

/** The body with which a site enters a version: the policy whole, and the two persons who answer for it. */
export const newPolicy = z.strictObject({
  policy: policySchema,
  owner: line('Owner'),
  approver: line('Approver'),
  source: longText('Source'),
});

export type NewPolicyBody = z.input<typeof newPolicy>;

export type PolicyAdded = Result<
  { readonly entry: PolicyEntry; readonly repeated: boolean },
  readonly [Refusal, ...Refusal[]]
>;

/** Version one: what the software ships with, until the site enters a version of its own. */
const shipped: PolicyEntry = {
  policy: defaultPolicy,
  owner: 'CellRelay',
  approver: 'the site, by running it',
  source: 'Published standards and site defaults, each figure with its own source and mark',
  by: 'system',
  createdAt: null,
};

/** The site's policies, the shipped one the oldest of them. Old versions are read with the settings that policies have gained since. */
export class SitePolicies implements PolicySource {
  /** `world`: by what the places that a version names are known when it is entered; without it they are taken as they are. */
  constructor(
    private readonly store: PolicyStore,
    private readonly world: PolicyWorld | null = null,
  ) {}

  async current(): Promise<Policy> {
    return lifted((await this.store.current()) ?? shipped).policy;
  }

  async byVersion(version: string): Promise<Policy | undefined> {
    return (await this.entry(version))?.policy;
  }

  async versions(): Promise<readonly string[]> {
    return (await this.list()).map(({ policy }) => policy.version);
  }

  /** The version with who answers for it. */
  async entry(version: string): Promise<PolicyEntry | undefined> {
    if (version === shipped.policy.version) return shipped;
    const found = await this.store.byVersion(version);
    return found === null ? undefined : lifted(found);
  }

  /** Every version, the newest first. */
  async list(): Promise<readonly PolicyEntry[]> {
    return [...(await this.store.list()).map(lifted), shipped];
  }

  /** The open shipments that are run by each version. */
  shipmentsBy(): ReturnType<PolicyStore['shipmentsBy']> {
    return this.store.shipmentsBy();
  }

  /** Enters a version. The same again changes nothing; a version that is there with another body is refused. */
  async add(body: unknown, by: string): Promise<PolicyAdded> {
    const read = newPolicy.safeParse(body, { reportInput: true });
    if (!read.success) return err(atLeastOne(refusalsOf(read.error.issues, namesInBody())));
    const refused = this.refusalsOfMeaning(read.data);
    if (refused.length > 0) return err(atLeastOne(refused));
    const { added, entry } = await this.kept({ ...read.data, by });
    if (!added && !sameWords(entry, read.data)) return err([taken(entry.policy.version)]);
    return ok({ entry, repeated: !added });
  }

  private refusalsOfMeaning(body: z.infer<typeof newPolicy>): readonly Refusal[] {
    const regions = this.world === null ? [] : regionsRefused(body.policy, this.world);
    return [...onePerson(body), ...regions];
  }

  private async kept(entry: Omit<PolicyEntry, 'createdAt'>) {
    if (entry.policy.version === shipped.policy.version) return { added: false, entry: shipped };
    const kept = await this.store.add(entry);
    return { ...kept, entry: lifted(kept.entry) };
  }
}

function lifted(entry: PolicyEntry): PolicyEntry {
  return { ...entry, policy: liftedPolicy(entry.policy) };
}

/** Two persons answer for a policy. */
function onePerson({ owner, approver }: { readonly owner: string; readonly approver: string }): readonly Refusal[] {
  if (owner.toLowerCase() !== approver.toLowerCase()) return [];
  const sentence = `${owner} cannot both own a policy and approve it: a second person is needed.`;
  return [{ code: 'owner-approves', sentence, at: '/approver' }];
}

function sameWords(entry: PolicyEntry, { policy, owner, approver, source }: z.infer<typeof newPolicy>): boolean {
  const { policy: was } = entry;
  return sameJson([was, entry.owner, entry.approver, entry.source], [policy, owner, approver, source]);
}

function taken(version: string): Refusal {
  const sentence = `Policy ${version} is there already and says something else. A version is never changed: enter another.`;
  return { code: 'policy-version-taken', sentence, at: '/policy/version' };
}

function namesInBody() {
  return namesIn(z.toJSONSchema(newPolicy, { io: 'input', unrepresentable: 'any' }));
}

function atLeastOne(refusals: readonly Refusal[]): readonly [Refusal, ...Refusal[]] {
  const [first, ...rest] = refusals;
  if (first === undefined) throw new Error('a refusal without a reason');
  return [first, ...rest];
}
