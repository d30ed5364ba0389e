import { keeping, organisation, side, walledIn } from '../wall-settings.js';

const own = (table: string): string =>
  `${table}.side = ${side} and cellrelay.stands_on_side(${table}.shipment, ${table}.side, ${organisation})`;
const registry = (table: string): string => `cellrelay.is_registry_of(${table}.shipment, ${side}, ${organisation})`;

/** The registry of a side, whose screeners have its letters before them. With the rights of whoever asks, as `stands_on_side`. */
export const isRegistryOf = `create function cellrelay.is_registry_of(of_shipment uuid, on_side text, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking and p.part = on_side || '-registry' and on_side in ('donor', 'patient')
  )
$$`;

const operators = `exists (select from cellrelay.organisation o where o.id::text = ${organisation} and o.kind = 'operator')`;

const letter = [
  `create policy read_own on cellrelay.letter for select using (${own('letter')})`,
  // Not a word is in this table: who runs the instance sees that somebody has a letter to screen.
  `create policy read_waiting on cellrelay.letter for select using (${operators})`,
  `create policy write_own on cellrelay.letter for insert with check (${own('letter')} and organisation::text = ${organisation})`,
  `create policy move_own on cellrelay.letter for update using (${own('letter')}) with check (${own('letter')})`,
  `create policy keep_whole on cellrelay.letter for select to current_user using (${keeping})`,
];

const text = [
  `create policy read_own on cellrelay.letter_text for select using (${own('letter_text')})`,
  `create policy write_own on cellrelay.letter_text for insert with check (${own('letter_text')}
   and exists (select from cellrelay.letter l where l.id = letter and l.shipment = letter_text.shipment and l.side = letter_text.side))`,
  `create policy erase_own on cellrelay.letter_text for update using (${own('letter_text')}) with check (${own('letter_text')})`,
  `create policy keep_whole on cellrelay.letter_text for select to current_user using (${keeping})`,
];

/** What may be known of it on the side that it goes to: once it is released by all, before that by the registry. */
const theirsOf = (table: string): string => `${own(table)} and (${table}.state = 'released' or ${registry(table)})`;
const theirs = theirsOf('letter_received');

/** One that came from that side, of a letter that is the asker's so. */
export const passedOn = (asking: string): string => `letter_received.side <> ${side} and exists (
  select from cellrelay.letter l where l.received = letter_received.id and l.shipment = letter_received.shipment and ${asking})`;

/** One that the asker's own side passed on. */
const passed = passedOn(own('l'));

/**
 * Put there by the registry that passes it on. Before it is released, of the side that it goes to only the registry sees it. The side that it comes from sees how it stands, to
 * whose words it has no key, and may take it back until then.
 */
const received = [
  `create policy read_own on cellrelay.letter_received for select using (${theirs})`,
  `create policy read_passed on cellrelay.letter_received for select using (${passed})`,
  // Of how it stands: the operator has no key to what lies in it.
  `create policy read_waiting on cellrelay.letter_received for select using (${operators})`,
  `create policy pass_on on cellrelay.letter_received for insert with check (
   ${passed} and ${registry('letter_received')} and letter_received.state = 'across')`,
  `create policy settle_own on cellrelay.letter_received for update using (${theirs}) with check (${theirs})`,
  `create policy take_back on cellrelay.letter_received for update using (${passed} and letter_received.state = 'across')
   with check (${passed} and letter_received.state = 'withdrawn')`,
  `create policy keep_whole on cellrelay.letter_received for select to current_user using (${keeping})`,
];

/** Of words that are theirs to read; that a row is seen, which the operator sees too, is not enough. */
const ofLetters = `identity_key.side = ${side} and (
  exists (select from cellrelay.letter_text t where t.key = identity_key.id and ${own('t')})
  or exists (select from cellrelay.letter_received r where r.key = identity_key.id and ${theirsOf('r')}))`;

/** Keys of letters lie with those of identities, and are backed up, renewed and erased as these are. */
const keys = [
  `create policy read_letters on cellrelay.identity_key for select using (${ofLetters})`,
  `create policy write_letters on cellrelay.identity_key for insert with check (${ofLetters})`,
  `create policy pass_letters_on on cellrelay.identity_key for insert with check (
   identity_key.side <> ${side} and ${registry('identity_key')}
   and exists (select from cellrelay.letter l where 'received/' || l.received::text = identity_key.subject and l.shipment = identity_key.shipment and l.side = ${side}))`,
  `create policy erase_letters on cellrelay.identity_key for delete using (${ofLetters})`,
];

export const letterWall = [
  ...walledIn(['letter', 'letter_text', 'letter_received']),
  ...letter,
  ...text,
  ...received,
  ...keys,
];
