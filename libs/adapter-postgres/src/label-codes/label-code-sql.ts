/** More is not read: `atMost` says so. What stands is a thousand at most; what has ended is as much again, many times over. */
export const mostVersions = 20_000;

/** Days as text: a driver’s day would have a time and a zone. */
const version = 'list, key, version, body, source, as_of::text as as_of, reason, person, by, at';

/** One an entry. One more than is taken is asked for, so that what would be left out is noticed. */
export const newest = `
select distinct on (list, key) ${version} from cellrelay.label_code order by list desc, key, version desc limit ${mostVersions + 1}`;

export const add = `
insert into cellrelay.label_code (list, key, version, body, source, as_of, reason, person, by)
select list, key, version, body, source, as_of, reason, person, $2
from json_to_recordset($1) as given (list text, key text, version integer, body json, source text, as_of date, reason text, person text)
on conflict do nothing`;
