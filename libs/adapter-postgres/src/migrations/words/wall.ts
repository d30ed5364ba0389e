/**
 * Whether an organisation runs this instance: its people read what all sides write. With the rights of whoever asks, as `stands_on_side`.
 */
export const runsThis = `create function cellrelay.runs_this(asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from cellrelay.organisation o where o.id::text = asking and o.kind = 'operator')
$$`;

/** Set for one transaction, never for a connection: a pool hands connections on. Without it both are null or empty, which equals nothing. */
const side = `current_setting('cellrelay.side', true)`;
const organisation = `current_setting('cellrelay.organisation', true)`;

const runs = `(select cellrelay.runs_this(${organisation}))`;
const stands = `cellrelay.stands_on_side(shipment, side, ${organisation})`;

/** By what they wrote themselves, by the side that it was written for, or because it is the operator. */
const reads = `organisation = ${organisation} or ${runs} or ${stands}`;

/** Whoever holds an identity of that side erases what was written for the side with it. */
const holds = (table: string): string =>
  `exists (select from cellrelay.identity i where i.shipment = ${table}.shipment and i.side = ${table}.side and i.holder::text = ${organisation})`;

/** Everybody in between seals by one key, couriers too, who stand in a shipment by a nomination of their own: any organisation sees it, and reads by it what it may read. */
const known = `(select exists (select from cellrelay.organisation o where o.id::text = ${organisation}))`;
const writes = `side = ${side} and (${runs} or ${stands} or (side = 'operator' and ${known}))`;

const keeping = `current_setting('cellrelay.keeping', true) = 'yes'`;

const erasing = `side = ${side} and ${holds('words')}`;
const erasingKey = `side = ${side} and ${holds('words_key')}`;

/** Kept by their authors for themselves; never deleted but with their shipment, and emptied where a person of that side is erased. A key is seen by who writes under it, or reads what it sealed. */
const policies = [
  `create policy read_within on cellrelay.words for select using (${reads} or (${erasing}))`,
  `create policy keep_own on cellrelay.words for insert with check (side = ${side} and organisation = ${organisation})`,
  `create policy erase_within on cellrelay.words for update using (${erasing}) with check (${erasing} and sealed is null)`,
  `create policy keep_whole on cellrelay.words for select to current_user using (${keeping})`,
  `create policy read_within on cellrelay.words_key for select using ((${writes}) or (${erasingKey}) or exists (select from cellrelay.words w where w.key = words_key.id))`,
  `create policy make_own on cellrelay.words_key for insert with check (${writes})`,
  `create policy erase_within on cellrelay.words_key for delete using (${erasingKey})`,
  `create policy keep_whole on cellrelay.words_key for all to current_user using (${keeping}) with check (${keeping})`,
];

/** FORCE, as with identities. */
export const wordsWall = [
  ...['words', 'words_key'].flatMap((table) => [
    `alter table cellrelay.${table} enable row level security`,
    `alter table cellrelay.${table} force row level security`,
  ]),
  ...policies,
];
