const place = 'year, country, region, product';

/** Null is a place too: lines of an unknown country belong together. */
const samePlace = (a: string, b: string): string =>
  `(${a}.year, ${a}.product) = (${b}.year, ${b}.product) and ${a}.country is not distinct from ${b}.country and ${a}.region is not distinct from ${b}.region`;

const outcome = (name: string): string => `(count(*) filter (where outcome = '${name}'))::integer as ${name}`;

/** How the minutes of a place lie. */
const spread = (minutes: string): string => `
  select ${place}, json_build_object('median', percentile_cont(0.5) within group (order by each),
    'p90', percentile_cont(0.9) within group (order by each), 'max', max(each)) as found
  from ended, unnest(${minutes}) as each group by ${place}`;

/** How many of a place have each word. */
const tally = (word: string): string => `
  select ${place}, json_object_agg(${word}, number order by ${word}) as found
  from (select ${place}, ${word}, count(*)::integer as number from ended where ${word} is not null group by ${place}, ${word}) each
  group by ${place}`;

/** The programme's table, in one statement and as many rows as it has lines. */
export const countedLines = `
with ended as (
  select * from cellrelay.figure where year between $1 and $2 and (not example or $3)
),
lines as (
  select ${place}, count(*)::integer as shipments, (count(*) filter (where domestic))::integer as domestic,
    ${['infused', 'cryopreserved', 'cancelled', 'stopped'].map(outcome).join(', ')},
    count(excursions)::integer as "withLogger", (count(*) filter (where excursions > 0))::integer as "withExcursion",
    sum(bags_ended)::integer as "bagsEnded", sum(bags_in_target)::integer as "bagsInTarget", sum(bags_in_limit)::integer as "bagsInLimit"
  from ended group by ${place}
),
ages as (${spread('ages_minutes')}),
doors as (${spread('door_minutes')}),
doses as (
  select ${place}, json_build_object('median', percentile_cont(0.5) within group (order by dose), 'min', min(dose)) as found
  from ended, unnest(doses) as dose group by ${place}
),
reasons as (${tally('reason')}),
eaters as (${tally('slack_eater')})
select l.*, a.found as "ageMinutes", d.found as "dosePerKgE6", o.found as "doorMinutes",
  coalesce(r.found, '{}'::json) as reasons, coalesce(e.found, '{}'::json) as "slackEaten"
from lines l
left join ages a on ${samePlace('a', 'l')}
left join doses d on ${samePlace('d', 'l')}
left join doors o on ${samePlace('o', 'l')}
left join reasons r on ${samePlace('r', 'l')}
left join eaters e on ${samePlace('e', 'l')}
order by l.year desc, l.country nulls last, l.region, l.product`;

/** All entries of those years, the newest first; the last of each place counts. */
export const enteredTotals = `
select t.year, t.country, t.region, t.product, t.count, t.source, t.reason, t.by, t.at,
  not exists (select from cellrelay.past_total later where later.id > t.id and ${samePlace('later', 't')}) as current
from cellrelay.past_total t where t.year between $1 and $2 order by t.id desc`;

/** Adds an entry, unless the one that counts says the same already: then no row is answered. */
export const enterTotal = `
with wanted as (
  select $1::integer as year, $2::text as country, $3::text as region, $4::text as product, $5::integer as count, $6::text as source, $7::text as reason, $8::text as by
),
standing as (
  select t.* from cellrelay.past_total t, wanted w where ${samePlace('t', 'w')} order by t.id desc limit 1
)
insert into cellrelay.past_total (year, country, region, product, count, source, reason, by)
select w.* from wanted w
where not exists (select from standing s where s.count is not distinct from w.count and (s.source, s.reason) = (w.source, w.reason))
returning year, country, region, product, count, source, reason, by, at, true as current`;
