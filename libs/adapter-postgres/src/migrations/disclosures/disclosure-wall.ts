import { keeping, organisation, side, walledIn } from '../wall-settings.js';

/** The kind of paper that something disclosed is read for; whoever names none reads nothing across the wall. */
const document = `current_setting('cellrelay.document', true)`;

/** Who stands in a shipment at all. With the rights of whoever asks, as its sister for one side. */
const standsIn = `create function cellrelay.stands_in(of_shipment uuid, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking
      and p.part in ('donor-registry', 'collection-centre', 'patient-registry', 'transplant-centre', 'courier-company')
  ) or exists (select from cellrelay.organisation o where o.id::text = asking and o.kind = 'operator')
$$`;

const theirs = `side = ${side} and cellrelay.stands_on_side(shipment, side, ${organisation})`;
const inForce = `approved is not null and revoked is null and valid_until > cellrelay.wall_clock()
  and cellrelay.stands_on_side(shipment, side, granter::text) and cellrelay.stands_in(shipment, reader::text)`;
const granted = `reader::text = ${organisation} and ${inForce}`;

/** Asks of grants what their own policies let the reader see of them, and again whether they are in force. */
const disclosed = `side = ${side} and exists (
  select from (select * from cellrelay.disclosure_grant where ${granted}) g
  where g.shipment = identity.shipment and g.side = identity.side and g.subject = identity.subject and g.key = identity.key and g.document = ${document})`;

/** Of those on the side that gives them; of whoever is let read, while they are. The one more policy on identities is for reading: nothing is changed across the wall. */
export const disclosureWall = [
  standsIn,
  ...walledIn(['disclosure_grant']),
  `create policy read_within on cellrelay.disclosure_grant for select using (${theirs})`,
  `create policy read_granted on cellrelay.disclosure_grant for select using (${granted})`,
  `create policy ask_own on cellrelay.disclosure_grant for insert with check (${theirs} and granter::text = ${organisation} and approved is null and revoked is null)`,
  `create policy change_within on cellrelay.disclosure_grant for update using (${theirs}) with check (${theirs})`,
  `create policy note_reading on cellrelay.disclosure_grant for update using (${granted}) with check (${granted})`,
  `create policy keep_whole on cellrelay.disclosure_grant for select to current_user using (${keeping})`,
  `create policy read_disclosed on cellrelay.identity for select using (${disclosed})`,
];
