import type { LocalDate } from '@cellrelay/kernel';
import { createPasswords } from '@cellrelay/platform';
import type { Role } from '@cellrelay/shipment';
import type { HttpSteps } from '../../../apps/ops/src/replay/run/http-steps.js';
import type { Scenario, Step } from '../../../apps/ops/src/replay/scenario/scenario.js';
import type { Stack } from '../../../apps/ops/src/stack/open-stack.js';
import { organisationOf } from '../../support/example-people.js';

/** The courier of the pool who carries a case, instead of the one that its scenario writes out. */
export const pooled = { id: 'courier-81', name: 'Courier One', company: 'EXAMPLE Couriers' } as const;

/** Whoever takes part in a case, and as what. */
const organisations = {
  'donor-registry': ['EXAMPLE Donor Registry', 'registry'],
  'patient-registry': ['EXAMPLE Patient Registry', 'registry'],
  'collection-centre': ['EXAMPLE Apheresis Centre', 'collection-centre'],
  'transplant-centre': ['EXAMPLE Transplant Centre', 'transplant-centre'],
  'courier-company': ['EXAMPLE Couriers', 'courier-company'],
} as const;
type Part = keyof typeof organisations;
const parts = Object.keys(organisations) as Part[];

/** Those of them who work in a browser, by the name of their account. */
const acting: readonly (readonly [name: string, part: Part, role: Role])[] = [
  ['collection-physician', 'collection-centre', 'physician'],
  ['transplant-physician', 'transplant-centre', 'physician'],
  ['courier', 'courier-company', 'courier'],
];

/** Everybody's. */
export const password = 'EXAMPLE password of a case';
export const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

/** Organisations and people of a case, in a database without any. */
export class CasePeople {
  private constructor(private readonly ids: ReadonlyMap<Part, string>) {}

  static async make({ api }: Pick<Stack, 'api'>): Promise<CasePeople> {
    const hash = await passwords.hash(password);
    const ids = new Map<Part, string>();
    for (const part of parts) {
      const [name, kind] = organisations[part];
      ids.set(part, await organisationOf(api, name, kind));
    }
    await api.couriers.put(inThePool, 0);
    await api.accounts.create('coordinator', hash);
    for (const [name, part, role] of acting) {
      const organisation = ids.get(part) ?? '';
      const courier = role === 'courier' ? pooled.id : null;
      await api.accounts.create(name, hash, { person: `EXAMPLE ${name}`, role, organisation, courier });
    }
    return new CasePeople(ids);
  }

  /** Names whoever takes part, right after the opening. */
  async stand(http: HttpSteps, scenario: Scenario, opening: Step): Promise<void> {
    for (const [index, part] of parts.entries()) {
      const body = { part, organisation: this.ids.get(part) };
      const step = { ...opening, number: -1 - index, command: 'NameParty', body };
      const named = await http.take(scenario, step);
      if (named.kind !== 'accepted') throw new Error(named.sentence);
    }
  }
}

const inThePool: Parameters<Stack['api']['couriers']['put']>[0] = {
  ...{ ...pooled, phone: '+1 555 010 0101', basedIn: 'US', trainedUntil: '2030-01-01' as LocalDate },
  ...{ visas: [], languages: ['en'], restUntil: null },
  passports: [{ country: 'US', validUntil: '2031-01-01' as LocalDate }],
};
