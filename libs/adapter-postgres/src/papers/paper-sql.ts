import { marksIn } from '../marks/mark-sql.js';

/** In the order of the columns, from arrays: all of a pack in one statement. */
export const keepDocuments = `
insert into cellrelay.paper_document (document, shipment, plan, kind, "of", reference, content, sha256, facts, made_at, code, command, by)
select * from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::json[],
  $10::timestamptz[], $11::text[], $12::text[], $13::text[])
on conflict do nothing`;

const document = 'document, shipment, plan, kind, "of", reference, content, sha256, facts, made_at, code, command, by';

export const documentsOfCommand = `select ${document} from cellrelay.paper_document where command = $1`;

export const someDocuments = `select ${document} from cellrelay.paper_document where shipment = $1 and document = any ($2::text[])`;

export const listedDocuments = `select document, reference, by from cellrelay.paper_document where shipment = $1 and document = any ($2::text[])`;

export const shipmentOfDocument = 'select shipment from cellrelay.paper_document where document = $1';

export const countDocuments = 'select count(*)::integer as count from cellrelay.paper_document where shipment = $1';

/** Shipments whose papers are to be looked at again. */
export const paperMarks = marksIn('paper_mark');

/**
 * Sets the marks of the next shipments. Whoever enters something holds the row until it is there to be read, and is not waited for: then the next look finds it. Started anew by whatever is entered
 * meanwhile, so that none is passed by.
 */
export const spreadMarks = `
with owed as materialized (select what, after from cellrelay.paper_spread for update skip locked),
batch as materialized (
  select s.id from cellrelay.shipment s, owed
  where s.live and (owed.after is null or s.id > owed.after)
    and exists (select from cellrelay.paper_document d where d.shipment = s.id)
  order by s.id limit $1
),
marked as (
  insert into cellrelay.paper_mark (shipment, revision, marked_at)
  select id, gen_random_uuid(), cellrelay.wall_clock() from batch order by id
  ${paperMarks.again}
),
found as (select count(*) = $1 as more, max(id::text)::uuid as last from batch),
moved as (update cellrelay.paper_spread p set after = found.last from found, owed where found.more and p.what = owed.what),
done as (delete from cellrelay.paper_spread p using found, owed where not found.more and p.what = owed.what)
select more from found`;

export const dueMarks = paperMarks.due('true', '$1');
