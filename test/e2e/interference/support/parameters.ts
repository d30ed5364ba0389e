import type { Operation } from './described.js';

/** What there is to be asked about, by the time of the asking. */
export interface Known {
  readonly shipment: string;
  readonly organisation: string;
  /** Somebody of the donor's registry. */
  readonly person: string;
  /** An invitation of the donor's registry. */
  readonly invitation: string;
  /** A name of the first telling's, searched for in every telling. */
  readonly guess: string;
}

const unknownId = 'a0000000-0000-4000-8000-00000000ffff';

interface Row {
  readonly right: (known: Known) => readonly string[];
  readonly wrong: string;
}

const fixed =
  (...right: readonly string[]): Row['right'] =>
  (): readonly string[] =>
    right;

/** Values of what stands in an address, by the part of the path before it. A new address whose parameter has no row fails the test. */
const inPath: Readonly<Record<string, Row>> = {
  'shipments/id': { right: ({ shipment }) => [shipment], wrong: unknownId },
  'identities/subject': { right: fixed('donor', 'R1'), wrong: 'R9' },
  'deviations/deviation': { right: fixed('D1'), wrong: 'D99' },
  'log/line': { right: fixed('1', '4'), wrong: '9999' },
  'policies/version': { right: fixed('default-1'), wrong: 'default-99' },
  'couriers/id': { right: fixed('courier-81'), wrong: 'courier-99' },
  'downtimes/id': { right: fixed('1'), wrong: '99' },
  'people/id': { right: ({ person }) => [person], wrong: 'nobody' },
  'sessions/id': { right: fixed(unknownId), wrong: 'none' },
  'tokens/id': { right: fixed(unknownId), wrong: 'none' },
  'invitations/id': { right: ({ invitation }) => [invitation], wrong: 'none' },
};

/** Values of what stands after the address, each asked once; by name, or by operation and name. */
const inQuery: Readonly<Record<string, Row['right']>> = {
  q: ({ guess }) => ['EXAMPLE', guess],
  'findAirports.q': ({ guess }) => ['hou', guess],
  view: fixed('urgent', 'decisions'),
  example: fixed('true'),
  live: fixed('false'),
  limit: fixed('1', '0'),
  cursor: fixed('1', 'none at all'),
  owner: fixed('courier', 'nobody'),
  standing: fixed('false'),
  year: fixed('2024'),
  from: fixed('2020'),
  to: fixed('2025'),
  'listAudit.from': fixed('2024-01-01T00:00:00Z'),
  'listAudit.to': fixed('2025-01-01T00:00:00Z'),
  kind: fixed('identity-looked-at'),
  about: ({ shipment }) => [shipment],
  examples: fixed('true'),
  format: fixed('csv'),
  form: fixed('csv'),
  organisation: ({ organisation }) => [organisation],
  code: fixed('none'),
  state: fixed('none'),
  iss: fixed('https://example.org'),
  error: fixed('denied'),
  after: fixed('none at all'),
};

/** `bare`: with what must be said alone; `whole`: with all that may be said as well, one after the other. */
export interface Addresses {
  readonly bare: readonly string[];
  readonly whole: readonly string[];
  readonly wrong: readonly string[];
}

/** Addresses of an operation: right ones, some of what there is not, and one that nobody can read. Throws where a parameter has no row. */
export function addressesOf(operation: Operation, known: Known): Addresses {
  const [plain = operation.path, ...others] = paths(operation, known);
  const asked = operation.parameters.filter((each) => each.in === 'query');
  const needed = asked.filter(({ required }) => required).map(({ name }) => queryOf(operation, name, known)[0] ?? '');
  const more = asked.flatMap(({ name }) => queryOf(operation, name, known).map((query) => `${plain}?${query}`));
  const whole = [plain, ...others].map((path) => (needed.length > 0 ? `${path}?${needed.join('&')}` : path));
  return { bare: whole, whole: [...new Set([...whole, ...more])], wrong: astray(operation, known, plain) };
}

function paths({ path }: Operation, known: Known): readonly string[] {
  const found = /([\w-]+)\/\{(\w+)\}/.exec(path);
  if (found === null) return [path];
  const [, before = '', name = ''] = found;
  return rowOf(before, name)
    .right(known)
    .flatMap((value) => paths({ path: path.replace(`{${name}}`, value) } as Operation, known));
}

function rowOf(before: string, name: string): Row {
  const row = inPath[`${before}/${name}`];
  if (row === undefined) throw new Error(`parameters.ts has no row for ${name} after ${before} in an address`);
  return row;
}

function queryOf({ id }: Operation, name: string, known: Known): readonly string[] {
  const values = inQuery[`${id}.${name}`] ?? inQuery[name];
  if (values === undefined) throw new Error(`parameters.ts has no row for ${name}, which ${id} is asked with`);
  return values(known).map((value) => `${name}=${encodeURIComponent(value)}`);
}

/** Every parameter of the path in turn: something that there is not, something that is none, and what cannot be read. */
function astray({ path }: Operation, known: Known, plain: string): readonly string[] {
  const names = [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)];
  const instead = names.flatMap(([whole, before = '', name = '']) =>
    [rowOf(before, name).wrong, 'x'.repeat(60)].map((value) => path.replace(whole, `${before}/${value}`)),
  );
  return [...instead.map((each) => paths({ path: each } as Operation, known)[0] ?? each), `${plain}?x=%E0%A4%A`];
}
