import { keeping, organisation, side, walledIn } from '../wall-settings.js';

/**
 * Whether an organisation runs this instance: its people read what all sides write. With the rights of whoever asks, as `stands_on_side`.
 */
export const runsThis = `create function cellrelay.runs_this(asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from cellrelay.organisation o where o.id::text = asking and o.kind = 'operator')
$$`;

const runs = `(select cellrelay.runs_this(${organisation}))`;
const stands = `cellrelay.stands_on_side(shipment, side, ${organisation})`;

/** By what they wrote themselves, by the side that it was written for, or because it is the operator. */
const reads = `organisation = ${organisation} or ${runs} or ${stands}`;

/** Everybody in between seals by one key, couriers too, who stand in a shipment by a nomination of their own: any organisation sees it, and reads by it what it may read. */
const known = `(select exists (select from cellrelay.organisation o where o.id::text = ${organisation}))`;
const writes = `side = ${side} and (${runs} or ${stands} or (side = 'operator' and ${known}))`;

const readsKey = `(${writes}) or exists (select from cellrelay.words w where w.key = words_key.id)`;

/** Kept by their authors for themselves, while they write for that side; never deleted but with their shipment. A key is seen by who writes under it, or reads what it sealed. */
const policies = [
  `create policy read_within on cellrelay.words for select using (${reads})`,
  `create policy keep_own on cellrelay.words for insert with check ((${writes}) and organisation = ${organisation})`,
  `create policy keep_whole on cellrelay.words for select to current_user using (${keeping})`,
  `create policy read_within on cellrelay.words_key for select using (${readsKey})`,
  `create policy make_own on cellrelay.words_key for insert with check (${writes})`,
  `create policy keep_whole on cellrelay.words_key for all to current_user using (${keeping}) with check (${keeping})`,
];

export const wordsWall = [...walledIn(['words', 'words_key']), ...policies];

/**
 * Whether an organisation erases what was written for a side: it answers for somebody who was recorded there, and nobody is any more. With the rights of whoever asks, as
 * `stands_on_side`: so only of who stands there, for others see no record but their own, and would take the rest for none. A donor is one, and no rest is there.
 */
const erasesWords = `create function cellrelay.erases_words(of_shipment uuid, on_side text, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select (on_side = 'donor' or cellrelay.stands_on_side(of_shipment, on_side, asking)) and exists (
    select from cellrelay.identity i
    where i.shipment = of_shipment and i.side = on_side and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, asking)
  ) and not exists (
    select from cellrelay.identity i where i.shipment = of_shipment and i.side = on_side and i.key is not null
  )
$$`;

const erasing = `side = ${side} and cellrelay.erases_words(shipment, side, ${organisation})`;

/** Emptied with the last of that side, by who answers for them: it is known from when that can be said. */
export const wordsErasing = [
  erasesWords,
  `alter policy read_within on cellrelay.words using (${reads} or (${erasing}))`,
  `create policy erase_within on cellrelay.words for update using (${erasing}) with check (${erasing} and sealed is null)`,
  `alter policy read_within on cellrelay.words_key using (${readsKey} or (${erasing}))`,
  `create policy erase_within on cellrelay.words_key for delete using (${erasing})`,
];
