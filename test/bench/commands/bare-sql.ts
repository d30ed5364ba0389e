/** A prepared statement with its values. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The columns of the rows. Numbers of lines run on, so that keys are as new as they are for us. */
export interface BareValues {
  readonly shipment: string;
  readonly at: string;
  readonly row: readonly unknown[];
  readonly lines: readonly unknown[];
  readonly answer: readonly unknown[];
  readonly closed: readonly string[];
  readonly items: readonly unknown[];
  readonly itemCount: number;
}

/** Parameters from `$first` on, each cast to its type. */
function casts(first: number, types: readonly string[]): string {
  return types.map((type, at) => `$${first + at}::${type}`).join(', ');
}

const lineTypes = ['integer[]', 'text[]', 'text[]'];
const itemTypes = ['text[]', 'timestamptz[]', 'text[]', 'text[]', 'text[]', 'text[]', 'boolean[]', 'json[]'];
const rowColumns =
  'revision, last_hash, fold_version, state, live, reference, severity, next_due_at, search_text, view, updated_at';
const rowTypes = [
  ...['integer', 'text', 'integer', 'json', 'boolean', 'text', 'smallint', 'timestamptz', 'text', 'json'],
  'timestamptz',
];

const sql = {
  row: (id: number, first: number) =>
    `update cellrelay.shipment set (${rowColumns}) = row(${casts(first, rowTypes)}) where id = $${id}`,
  lines: (id: number, first: number) =>
    `insert into cellrelay.event (shipment, seq, text, hash) select $${id}, line.* from unnest(${casts(first, lineTypes)}) as line`,
  answer: (id: number, first: number) =>
    `insert into cellrelay.command_answer (shipment, id, body_hash, answer, at) values ($${id}, ${casts(first, ['text', 'text', 'json', 'timestamptz'])})`,
  closed: (id: number, first: number) =>
    `update cellrelay.agenda_item set closed_at = $${first}::timestamptz where shipment = $${id} and key = any ($${first + 1}::text[])`,
  items: (id: number, first: number) =>
    `insert into cellrelay.agenda_item as item (shipment, opened_at, key, due_at, stage, kind, does, owner, offered, obligation)
     select $${id}, $${first}::timestamptz, o.* from unnest(${casts(first + 1, itemTypes)}) as o
     on conflict (shipment, key) do update set revision = item.revision + 1, due_at = excluded.due_at, stage = excluded.stage,
       kind = excluded.kind, does = excluded.does, owner = excluded.owner, offered = excluded.offered,
       obligation = excluded.obligation, closed_at = null`,
};

/** A statement for each kind of row; those without a row are left out. */
export function rowByRow({ shipment, at, ...rest }: BareValues): readonly Statement[] {
  const one = (name: keyof typeof sql, values: readonly unknown[]): Statement => ({
    name: `bare-${name}`,
    text: sql[name](1, 2),
    values: [shipment, ...values],
  });
  return [
    one('row', [...rest.row, at]),
    one('lines', rest.lines),
    ...(rest.closed.length === 0 ? [] : [one('closed', [at, rest.closed])]),
    ...(rest.itemCount === 0 ? [] : [one('items', [at, ...rest.items])]),
    one('answer', [...rest.answer, at]),
  ];
}

/** All of it as one statement: the fewest round trips there can be. */
export function inOneStatement({ shipment, at, ...rest }: BareValues): readonly Statement[] {
  return [{ name: 'bare-all', text: oneStatement, values: oneStatementValues(shipment, at, rest) }];
}

const oneStatement = `with shipment_row as (${sql.row(1, 2)}), lines as (${sql.lines(1, 13)}), answered as (${sql.answer(1, 16)}),
closed as (${sql.closed(1, 20)}) ${sql.items(1, 22)}`;

function oneStatementValues(shipment: string, at: string, rest: Omit<BareValues, 'shipment' | 'at'>): unknown[] {
  return [shipment, ...rest.row, at, ...rest.lines, ...rest.answer, at, at, rest.closed, at, ...rest.items];
}
