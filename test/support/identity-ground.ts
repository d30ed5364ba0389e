import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createPasswords } from '@cellrelay/platform';
import type { ShipmentId } from '@cellrelay/kernel';
import type { NamedPart, OrganisationKind, Role, ShipmentCommand } from '@cellrelay/shipment';
import { exampleShipment, issueAll, openShipment } from '@cellrelay/testkit';
import { IssueCommand } from '@cellrelay/use-cases';
import { broughtNear } from './brought-near.js';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';

/** Organisations on both sides of a shipment, and people of theirs who are signed in. Invented. */
export interface IdentityGround {
  readonly api: RunningApi;
  readonly owner: pg.Client;
  readonly shipment: ShipmentId;
  /** Headers of somebody of that name. */
  as(name: Person): { readonly Cookie: string; readonly Origin: string };
  /** Opens a shipment and says what happens to it. */
  open(number: number, then?: readonly ShipmentCommand[]): Promise<ShipmentId>;
  close(): Promise<void>;
}

const organisations = {
  registry: 'registry',
  collection: 'collection-centre',
  transplant: 'transplant-centre',
  stranger: 'registry',
} as const satisfies Record<string, OrganisationKind>;

const people = {
  registrar: ['registry', 'coordinator'],
  second: ['registry', 'physician'],
  administrator: ['registry', 'administrator'],
  collector: ['collection', 'coordinator'],
  laboratory: ['collection', 'laboratory'],
  transplanter: ['transplant', 'physician'],
  treating: ['transplant', 'coordinator'],
  stranger: ['stranger', 'coordinator'],
} as const satisfies Record<string, readonly [keyof typeof organisations, Role]>;

/** `operator`: the coordinator of the operator, who stands on neither side. */
export type Person = keyof typeof people | 'operator';

/** One API with a shipment of one recipient, R1: the registry and the collection centre on the donor's side, the transplant centre on the patient's. */
export async function identityGround(): Promise<IdentityGround> {
  const api = await apiOnDatabase();
  const owner = new pg.Client({ connectionString: api.own.ownerUrl });
  await owner.connect();
  const ids = Object.fromEntries(Object.keys(organisations).map((name) => [name, randomUUID()])) as Ids;
  for (const [name, kind] of Object.entries(organisations))
    await owner.query('insert into cellrelay.organisation (id, name, kind, example) values ($1, $2, $3, true)', [
      ids[name as keyof Ids],
      `EXAMPLE ${name}`,
      kind,
    ]);
  const signedIn = await peopleOf(api, ids);
  const issue = new IssueCommand(api.database.shipments, { committed: () => Promise.resolve() });
  const named = (part: NamedPart, name: keyof Ids): ShipmentCommand => ({
    name: 'NameParty',
    data: { part, organisation: { id: ids[name], name: `EXAMPLE ${name}`, kind: organisations[name], example: true } },
  });
  const ground: IdentityGround = {
    api,
    owner,
    shipment: exampleShipment(),
    as: (name) => (name === 'operator' ? api.signedIn : signedIn[name]),
    open: async (number, then = []) => {
      const shipment = exampleShipment(number);
      const parties = [
        named('donor-registry', 'registry'),
        named('collection-centre', 'collection'),
        named('transplant-centre', 'transplant'),
      ];
      await issueAll(issue, shipment, broughtNear([openShipment(shipment), ...parties, ...then], '2024-09-04', 100));
      return shipment;
    },
    close: async () => {
      await owner.end();
      await api.close();
    },
  };
  await ground.open(1);
  return ground;
}

type Ids = Readonly<Record<keyof typeof organisations, string>>;
type Headers = Readonly<Record<keyof typeof people, { readonly Cookie: string; readonly Origin: string }>>;

async function peopleOf(api: RunningApi, ids: Ids): Promise<Headers> {
  const password = 'EXAMPLE password of a test';
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
  const signedIn = Object.entries(people).map(async ([name, [organisation, role]]) => {
    const acting = { person: `EXAMPLE ${name}`, role, organisation: ids[organisation], courier: null };
    await api.database.accounts.create(name, hash, acting);
    const answer = await api.http.post('/api/v1/session').set('Origin', api.url).send({ name, password }).expect(200);
    const Cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return [name, { Cookie, Origin: api.url }] as const;
  });
  return Object.fromEntries(await Promise.all(signedIn)) as unknown as Headers;
}

/** Texts in the audit record, oldest first. */
export async function auditOf(owner: pg.Client): Promise<readonly { kind: string; [key: string]: unknown }[]> {
  const { rows } = await owner.query<{ text: string }>('select text from cellrelay.audit_entry order by seq');
  return rows.map(({ text }) => JSON.parse(text) as { kind: string });
}
