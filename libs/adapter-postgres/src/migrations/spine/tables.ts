/** The clocks come first: columns lean on them. `clock` is the time that shipments live by, and the only one that a replay puts forward. */
export const clocks = [
  `create function cellrelay.clock() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
  `comment on function cellrelay.clock() is 'The time shipments live by: what is due, and when something was recorded.'`,
  `create function cellrelay.wall_clock() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
  `comment on function cellrelay.wall_clock() is 'The time processes live by: leases and sessions. Never jumps in a replay.'`,
  `create function cellrelay.this_transaction() returns bigint language sql volatile as 'select pg_current_xact_id()::text::bigint'`,
  `comment on function cellrelay.this_transaction() is 'The number of the running transaction: 64 bits, does not wrap around.'`,
];

const shipment = `create table cellrelay.shipment (
  id uuid constraint shipment_pkey primary key,
  revision integer not null,
  last_hash text not null,
  fold_version integer not null,
  state json not null,
  live boolean not null,
  example boolean not null,
  reference text not null,
  severity smallint not null,
  next_due_at timestamptz,
  search_text text not null,
  view json not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
)`;

const event = `create table cellrelay.event (
  shipment uuid not null constraint event_of_shipment references cellrelay.shipment (id),
  seq integer not null,
  text text not null,
  hash text not null,
  position bigserial not null,
  tx bigint not null default cellrelay.this_transaction(),
  constraint event_pkey primary key (shipment, seq)
)`;

const agendaItem = `create table cellrelay.agenda_item (
  id bigserial constraint agenda_item_pkey primary key,
  shipment uuid not null constraint agenda_item_of_shipment references cellrelay.shipment (id),
  key text not null,
  revision integer not null default 1,
  due_at timestamptz not null,
  stage text not null,
  kind text not null,
  does text not null,
  owner text not null,
  offered boolean not null,
  obligation json not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  attempts integer not null default 0,
  lease_until timestamptz,
  lease_token uuid,
  try_after timestamptz,
  parked_at timestamptz,
  last_error text
)`;

const commandAnswer = `create table cellrelay.command_answer (
  id text constraint command_answer_pkey primary key,
  shipment uuid not null constraint command_answer_of_shipment references cellrelay.shipment (id),
  body_hash text not null,
  answer json not null,
  at timestamptz not null
)`;

const account = `create table cellrelay.account (
  id uuid not null default gen_random_uuid() constraint account_pkey primary key,
  name text not null constraint account_name_key unique,
  password_hash text not null,
  created_at timestamptz not null default cellrelay.wall_clock()
)`;

const session = `create table cellrelay.session (
  token_hash text constraint session_pkey primary key,
  account uuid not null constraint session_of_account references cellrelay.account (id) on delete cascade,
  created_at timestamptz not null default cellrelay.wall_clock(),
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default cellrelay.wall_clock()
)`;

const maintenance = `create table cellrelay.maintenance (
  position bigint not null default nextval('cellrelay.event_position_seq') constraint maintenance_pkey primary key,
  tx bigint not null default cellrelay.this_transaction(),
  what text not null,
  shipment uuid not null,
  by text not null,
  at timestamptz not null default cellrelay.wall_clock()
)`;

export const tables = [shipment, event, agendaItem, commandAnswer, account, session, maintenance];

export const indexes = [
  `create index shipment_list on cellrelay.shipment (live, (-severity), coalesce(next_due_at, 'infinity'), id)`,
  `create index event_stream on cellrelay.event (tx, position)`,
  `create unique index agenda_item_key on cellrelay.agenda_item (shipment, key)`,
  `create index agenda_item_due on cellrelay.agenda_item (due_at, key) where closed_at is null`,
  `create index command_answer_shipment on cellrelay.command_answer (shipment)`,
  `create index session_account on cellrelay.session (account)`,
  `create index maintenance_stream on cellrelay.maintenance (tx, position)`,
];
