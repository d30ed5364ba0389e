import { marksIn } from '../marks/mark-sql.js';

/** Milliseconds since the epoch, as the driver reads a number. */
const millis = (at: string): string => `round(extract(epoch from ${at}) * 1000)::float8`;

/** Moments of so many milliseconds each, from an array of numbers. */
const moments = (array: string): string => `array(select to_timestamp(ms / 1000) from unnest(${array}) as ms)`;

/** Shipments that owe a report of their readings. */
export const readingMarks = marksIn('reading_mark');

export const makeMonths = `insert into cellrelay.reading_month (month) select unnest($1::text[]) on conflict do nothing`;

/** How many more of a logger ($2) a shipment ($1) may have, of so many; counted no further than that. */
const room = (most: string): string =>
  `${most} - (select count(*)::integer from (select from cellrelay.logger_reading where shipment = $1 and logger = $2 limit ${most}) as stand)`;

/**
 * Keeps what is new of a batch and marks its shipment, in one statement, which is one transaction: nobody finds the one without the other. Where there may not be room for all of
 * it, keeps nothing and answers so (`tried`). Else answers which were new, or null where all were.
 */
export const keepReadings = `
with room as (select ${room('$5::integer')} >= cardinality($3::float8[]) as enough),
taken as (
  insert into cellrelay.logger_reading (shipment, logger, at, celsius, received_at)
  select $1, $2, to_timestamp(row.ms / 1000), row.celsius, now.at
  from unnest($3::float8[], $4::float8[]) as row(ms, celsius), (select cellrelay.clock() as at) as now, room where room.enough
  on conflict do nothing returning at
),
marked as (${readingMarks.where('exists (select from taken)')})
select case when count(*) < cardinality($3::float8[]) then coalesce(array_agg(${millis('at')}), '{}') end as taken,
  (select enough from room) as tried from taken`;

export const roomLeft = `select ${room('$3::integer')} as room`;

/** What stands at those moments. */
export const standingAt = `
select ${millis('at')} as ms, celsius from cellrelay.logger_reading
where shipment = $1 and logger = $2 and at = any (${moments('$3::float8[]')})`;

/**
 * One row for each logger, as arrays: a trip has thousands of readings, and each row would be an object on the way. In the order of time, and of each logger so many at most: the
 * index gives them in that order, and what lies outside all spans is in no partition that is looked at, or passed over.
 */
export const readingsInSpans = `
with span as (select * from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as span(logger, starts, ends))
select bound.logger, array_agg(${millis('within.at')} order by within.at) as at, array_agg(within.celsius order by within.at) as celsius
from (select distinct logger from span) as bound, lateral (
  select at, celsius from cellrelay.logger_reading as reading
  where shipment = $1 and logger = bound.logger and at between (select min(starts) from span) and (select max(ends) from span)
    and exists (select from span where span.logger = bound.logger and reading.at between span.starts and span.ends)
  order by at limit $5
) as within
group by bound.logger order by bound.logger`;

export const lastReading = `
select ${millis('at')} as ms, celsius from cellrelay.logger_reading
where shipment = $1 and logger = $2 order by at desc limit 1`;

/** Of what stands in shipments: see ShipmentPartRow. */
export const shipmentsOfLogger = `
select s.id from cellrelay.shipment_part p join cellrelay.shipment s on s.id = p.shipment
where p.holder = $1 and p.part = 'logger'
  and ($3::text is null or exists (select from cellrelay.shipment_part o where o.shipment = s.id and o.holder = $3 and o.part <> 'logger'))
order by s.created_at desc, s.id limit $2`;

/** Those that nobody is at work on: whoever brought the readings works them out at once, and what is left is of one who died, or failed. */
export const idleMarks = readingMarks.due("marked_at <= cellrelay.wall_clock() - $1 * interval '1 millisecond'", '$2');
