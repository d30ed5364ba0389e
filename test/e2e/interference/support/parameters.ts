import type { Operation } from './described.js';

/** What there is to be asked about, by the time of the asking. */
export interface Known {
  readonly shipment: string;
  readonly organisation: string;
  /** Somebody of the donor's registry. */
  readonly person: string;
  /** An invitation of the donor's registry. */
  readonly invitation: string;
  /** What each side discloses to the other. */
  readonly grants: readonly string[];
  readonly letters: readonly string[];
  readonly link: string;
  /** Papers that were issued. */
  readonly papers: readonly string[];
  /** A name of the first telling's, searched for in every telling. */
  readonly guess: string;
}

/** A paper that somebody is disclosed for. */
export const paper = 'release-of-names';

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
  'saved-views/id': { right: fixed(unknownId), wrong: 'none' },
  'invitations/id': { right: ({ invitation }) => [invitation], wrong: 'none' },
  'organisations/id': { right: ({ organisation }) => [organisation], wrong: unknownId },
  'disclosures/grant': { right: ({ grants }) => grants, wrong: unknownId },
  'disclosed/subject': { right: fixed('donor', 'R1'), wrong: 'R9' },
  'disclosed/document': { right: fixed(paper), wrong: 'none' },
  'letters/id': { right: ({ letters }) => letters, wrong: unknownId },
  // Everybody's own: see asking.ts.
  'calendar/token': { right: fixed('calendar-of'), wrong: 'none' },
  'loggers/logger': { right: fixed('EXAMPLE-LOGGER-1'), wrong: 'EXAMPLE-LOGGER-99' },
  'loggers/id': { right: fixed('EXAMPLE-1'), wrong: 'none' },
  'rules/id': { right: fixed('us-value'), wrong: 'us-none' },
  'rule-confirmations/id': { right: fixed(unknownId), wrong: 'none' },
  'products/code': { right: fixed('S1128'), wrong: 'none' },
  'blood-groups/group': { right: fixed('O+'), wrong: 'none' },
  'label-codes/list': { right: fixed('products'), wrong: 'none' },
  'label-codes/key': { right: fixed('S1128'), wrong: 'none' },
  'deliveries/id': { right: fixed('1', '2'), wrong: '999999' },
  'endpoints/id': { right: fixed(unknownId), wrong: 'none' },
  'parties/part': { right: fixed('collection-centre', 'destination'), wrong: 'none' },
  'papers/document': { right: ({ papers }) => papers, wrong: '0'.repeat(32) },
  'scans/scan': { right: fixed('S1'), wrong: 'S99' },
  'requests/request': { right: fixed('CN-export-PEK', '1%2F0%2FPEK'), wrong: 'CN-export-ZZZ' },
  'links/id': { right: ({ link }) => [link], wrong: unknownId },
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
  jurisdiction: fixed('US', 'none'),
  confidence: fixed('V-'),
  on: fixed('2026-12-01', 'never'),
  markers: fixed('negative'),
  which: fixed('tie-tags', 'box'),
  stock: fixed('roll-100x150'),
  label: fixed('none'),
  dpi: fixed('203'),
  language: fixed('de', 'none'),
  year: fixed('2024'),
  from: fixed('2020'),
  to: fixed('2025'),
  'listAudit.from': fixed('2024-01-01T00:00:00Z'),
  'listAudit.to': fixed('2025-01-01T00:00:00Z'),
  kind: fixed('identity-looked-at'),
  // Plan 1 is stood down where the second day is needed: of the other one there are papers.
  plan: fixed('2', '1', '3'),
  'previewPaper.kind': fixed('transport-plan', 'spear-draft', 'none'),
  of: fixed('PEK', 'none'),
  by: fixed('operator-coordinator'),
  about: ({ shipment }) => [shipment],
  examples: fixed('true'),
  format: fixed('csv'),
  form: fixed('csv'),
  organisation: ({ organisation }) => [organisation],
  code: fixed('none'),
  'listDeliveries.status': fixed('waiting', 'none'),
  'listDeliveries.channel': fixed('mail', 'none'),
  shipment: ({ shipment }) => [shipment],
  state: fixed('none'),
  iss: fixed('https://example.org'),
  error: fixed('denied'),
  after: fixed('none at all'),
  times: fixed('1'),
  order: fixed('day-first'),
  epoch: fixed('1900'),
  zone: fixed('UTC'),
  channel: fixed('2'),
  unit: fixed('celsius'),
  repeated: fixed('earlier'),
  lastLine: fixed('whole'),
  request: fixed('CN-export-PEK'),
  exemption: fixed('1/0/PEK'),
  document: fixed('Import permit'),
  sha256: fixed('0'.repeat(64)),
  skip: fixed('1', '40'),
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

/** Every address of that path, each parameter given each of its values; of those that `instead` names, that one. */
function paths({ path }: Operation, known: Known, instead: Readonly<Record<string, string>> = {}): readonly string[] {
  const names = namesIn(path);
  return names.reduce<readonly string[]>(
    (made, { key, name }) => {
      const row = rowOf(key);
      const values = instead[key] === undefined ? row.right(known) : [instead[key]];
      return made.flatMap((each) => values.map((value) => each.replace(`{${name}}`, value)));
    },
    [path],
  );
}

interface Named {
  readonly name: string;
  /** Its name after the part of the path before it that is none itself. */
  readonly key: string;
}

function namesIn(path: string): readonly Named[] {
  const parts = path.split('/');
  const plain = (at: number): string => parts.slice(0, at).findLast((part) => !part.startsWith('{')) ?? '';
  return parts.flatMap((part, at): Named[] => {
    const name = /^\{(\w+)\}(?:\.ics)?$/.exec(part)?.[1];
    return name === undefined ? [] : [{ name, key: `${plain(at)}/${name}` }];
  });
}

function rowOf(key: string): Row {
  const row = inPath[key];
  if (row === undefined) throw new Error(`parameters.ts has no row for ${key}, of an address`);
  return row;
}

function queryOf({ id }: Operation, name: string, known: Known): readonly string[] {
  const values = inQuery[`${id}.${name}`] ?? inQuery[name];
  if (values === undefined) throw new Error(`parameters.ts has no row for ${name}, which ${id} is asked with`);
  return values(known).map((value) => `${name}=${encodeURIComponent(value)}`);
}

/** Every parameter of the path in turn: something that there is not, something that is none, and what cannot be read. */
function astray(operation: Operation, known: Known, plain: string): readonly string[] {
  const instead = namesIn(operation.path).flatMap(({ key }) =>
    [rowOf(key).wrong, 'x'.repeat(60)].map((value) => paths(operation, known, { [key]: value })[0] ?? ''),
  );
  return [...instead, `${plain}?x=%E0%A4%A`];
}
