/** Which organisations stand on which side of a shipment. */
const reader = `create table cellrelay.identity_reader (
  shipment uuid not null constraint identity_reader_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint identity_reader_side check (side in ('donor', 'patient')),
  organisation uuid not null constraint identity_reader_of_organisation references cellrelay.organisation (id),
  constraint identity_reader_pkey primary key (shipment, side, organisation)
)`;

/** The one place that says it. With the rights of whoever asks, never the owner's: a function that ran with these would be a hole in the wall. */
const standsOnSide = `create function cellrelay.stands_on_side(of_shipment uuid, on_side text, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from cellrelay.identity_reader r
    where r.shipment = of_shipment and r.side = on_side and r.organisation::text = asking
  )
$$`;

export const standing = [reader, standsOnSide];
