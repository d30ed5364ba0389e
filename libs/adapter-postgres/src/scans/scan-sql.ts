/** Kept while the key that sealed the bytes is there; whoever erases one takes the shipment's lock, which this transaction has. */
export const kept = `
with standing as (select id from cellrelay.words_key where id = $1::uuid and shipment = $2::uuid and side = 'operator')
insert into cellrelay.scan (shipment, scan, key, sealed) select $2::uuid, $3, s.id, $4 from standing s`;

export const withdrawn = `delete from cellrelay.scan where shipment = $1 and scan = any ($2::text[])`;

export const read = `
select s.sealed, s.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.scan s left join cellrelay.words_key k on k.id = s.key
where s.shipment = $1 and s.scan = $2`;
