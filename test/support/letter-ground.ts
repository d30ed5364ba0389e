import pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { NamedPart, OrganisationKind, Role, ShipmentCommand } from '@cellrelay/shipment';
import {
  clearDonor,
  endCollection,
  exampleShipment,
  issueAll,
  openShipment,
  proposePlan,
  startCollection,
} from '@cellrelay/testkit';
import { IssueCommand } from '@cellrelay/use-cases';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';
import { broughtNear } from './brought-near.js';
import { organisationOf, signedInAs, type Headers } from './example-people.js';

const kinds = {
  'donor-registry': 'registry',
  'patient-registry': 'registry',
  'collection-centre': 'collection-centre',
  'transplant-centre': 'transplant-centre',
  stranger: 'registry',
} as const satisfies Record<string, OrganisationKind>;
type Party = keyof typeof kinds;

const people = {
  collector: ['collection-centre', 'physician'],
  registrar: ['donor-registry', 'coordinator'],
  'second-registrar': ['donor-registry', 'physician'],
  screener: ['donor-registry', 'screener'],
  secondScreener: ['donor-registry', 'screener'],
  transplanter: ['transplant-centre', 'physician'],
  laboratory: ['transplant-centre', 'laboratory'],
  'patient-registrar': ['patient-registry', 'coordinator'],
  'patient-screener': ['patient-registry', 'screener'],
  strange: ['stranger', 'coordinator'],
  'strange-screener': ['stranger', 'screener'],
  administrator: ['donor-registry', 'administrator'],
} as const satisfies Record<string, readonly [Party, Role]>;

/** `operator`: the coordinator of the operator. */
export type LetterPerson = keyof typeof people | 'operator';

/** How long before today the shipments' cells were collected. */
const collectedDaysAgo = 100;

/** Organisations on both sides of a shipment whose cells are collected, their screeners, and rules that let letters go 24 months after the collection. Invented. */
export interface LetterGround {
  readonly api: RunningApi;
  readonly owner: pg.Client;
  readonly shipment: ShipmentId;
  readonly organisations: Readonly<Record<Party, string>>;
  as(name: LetterPerson): Headers;
  /** Sets the database's clock so many months ahead of the wall's. */
  ahead(months: number): Promise<void>;
  chosen(party: Party, rule: string | null): Promise<void>;
  write(
    name: LetterPerson,
    said: { readonly subject: string; readonly text: string },
    shipment?: string,
  ): Promise<Written>;
  move(name: LetterPerson, id: string, revision: number, body: object): Asked;
  get(name: LetterPerson, path: string): Asked;
  /** What waits for them, as the address of the letter. */
  waiting(name: LetterPerson): Promise<readonly string[]>;
  /** Brings a letter across both registries; answers the id under which the other side has it. */
  bringOver(said: { readonly text: string }): Promise<string>;
  /** Another shipment of the same parties. */
  open(number: number): Promise<ShipmentId>;
  close(): Promise<void>;
}

type Asked = ReturnType<RunningApi['http']['get']>;
type Written = { readonly id: string; readonly revision: number };

/** Starts it. */
export async function letterGround(): Promise<LetterGround> {
  const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
  const api = await apiOnDatabase({ perAddress: plenty, perSession: plenty });
  const owner = new pg.Client({ connectionString: api.own.ownerUrl });
  await owner.connect();
  const organisations = await organisationsOn(api);
  const signedIn = await peopleOf(api, organisations);
  const as = (name: LetterPerson): Headers => (name === 'operator' ? api.signedIn : signedIn[name]);
  const get = (name: LetterPerson, path: string) => api.http.get(`/api/v1${path}`).set(as(name));
  const move = (name: LetterPerson, id: string, revision: number, body: object) =>
    api.http.post(`/api/v1/letters/${id}/moves`).set(as(name)).set('If-Match', `"${revision}"`).send(body);
  const waiting = async (name: LetterPerson): Promise<readonly string[]> => {
    const { items } = (await get(name, '/letters').expect(200)).body as { readonly items: readonly Queued[] };
    return items.map(({ written, received }) => (written ?? received)?.id ?? '');
  };
  const ground: LetterGround = {
    ...{ api, owner, organisations, as, get, move, waiting },
    shipment: exampleShipment(),
    ahead: async (months) => {
      const at = `clock_timestamp() + interval '${months} months'`;
      const text = `create or replace function cellrelay.clock() returns timestamptz language sql as 'select ${at.replaceAll("'", "''")}'`;
      await owner.query(text);
    },
    chosen: async (party, rule) => {
      await owner.query('update cellrelay.organisation set letter_rule = $2 where id = $1', [
        organisations[party],
        rule,
      ]);
    },
    write: async (name, said, shipment = exampleShipment()) => {
      const sent = api.http.post(`/api/v1/shipments/${shipment}/letters`).set(as(name)).send(said);
      return (await sent.expect(201)).body as Written;
    },
    bringOver: async ({ text }) => {
      const { id } = await ground.write('collector', { subject: 'donor', text });
      await move('collector', id, 1, { move: 'hand-in' }).expect(200);
      await move('screener', id, 2, { move: 'release' }).expect(200);
      const received = (await waiting('patient-screener')).at(-1) ?? '';
      await move('patient-screener', received, 1, { move: 'release' }).expect(200);
      return received;
    },
    open: (number) => opened(api, organisations, number),
    close: async () => {
      await owner.end();
      await api.close();
    },
  };
  for (const party of ['donor-registry', 'patient-registry'] as const) await ground.chosen(party, 'cmdp');
  await ground.open(1);
  return ground;
}

interface Queued {
  readonly written: { readonly id: string } | null;
  readonly received: { readonly id: string } | null;
}

type Ids = LetterGround['organisations'];

async function organisationsOn({ database }: RunningApi): Promise<Ids> {
  const made = await Promise.all(
    Object.entries(kinds).map(
      async ([name, kind]) => [name, await organisationOf(database, `EXAMPLE ${name}`, kind)] as const,
    ),
  );
  return Object.fromEntries(made) as Ids;
}

async function peopleOf(
  { database, url }: RunningApi,
  ids: Ids,
): Promise<Readonly<Record<keyof typeof people, Headers>>> {
  const made = await Promise.all(
    Object.entries(people).map(async ([name, [party, role]]) => {
      return [
        name,
        await signedInAs(database, url, { name: `the-${name.toLowerCase()}`, role, organisation: ids[party] }),
      ] as const;
    }),
  );
  return Object.fromEntries(made) as Readonly<Record<keyof typeof people, Headers>>;
}

async function opened(api: RunningApi, ids: Ids, number: number): Promise<ShipmentId> {
  const shipment = exampleShipment(number);
  const parts = ['donor-registry', 'patient-registry', 'collection-centre', 'transplant-centre'] as const;
  const named = parts.map((part: NamedPart & Party): ShipmentCommand => {
    const organisation = { id: ids[part], name: `EXAMPLE ${part}`, kind: kinds[part], example: true };
    return { name: 'NameParty', data: { part, organisation } };
  });
  const course = [openShipment(shipment), ...named, proposePlan(1), clearDonor(), startCollection(1), endCollection(1)];
  const issue = new IssueCommand(api.database.shipments, { committed: () => Promise.resolve() });
  await issueAll(issue, shipment, broughtNear(course, '2024-09-04', collectedDaysAgo));
  return shipment;
}
