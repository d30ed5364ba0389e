const entry = 'kind, about, revision, body, by, at';

/** By the primary key: one look for each record. */
export const newest = `
select distinct on (kind, about) ${entry} from cellrelay.paper_fact
where (kind, about) in (select * from unnest($1::text[], $2::text[]))
order by kind, about, revision desc`;

/** Only on the revision that was read; of two at once the key lets one in. */
export const enter = `
insert into cellrelay.paper_fact (kind, about, revision, shipment, organisation, body, by)
select $1, $2, $3::integer + 1, $4, $5, $6, $7
where $3::integer = (select coalesce(max(revision), 0) from cellrelay.paper_fact where kind = $1 and about = $2)
on conflict (kind, about, revision) do nothing returning ${entry}`;
