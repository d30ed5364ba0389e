/**
 * Which organisations stand on which side of a shipment: the one place that says it. With the rights of whoever asks, never the owner's: a function that ran with
 * these would be a hole in the wall.
 */
export const standsOnSide = `create function cellrelay.stands_on_side(of_shipment uuid, on_side text, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from cellrelay.shipment_part p
    where p.shipment = of_shipment and p.holder = asking and p.part = any (case on_side
      when 'donor' then array['donor-registry', 'collection-centre']
      when 'patient' then array['patient-registry', 'transplant-centre']
    end)
  )
$$`;
