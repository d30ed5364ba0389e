/** Milliseconds since the epoch, as the driver reads a number. */
const millis = (at: string): string => `round(extract(epoch from ${at}) * 1000)::float8`;

/** Moments of so many milliseconds each, from an array of numbers. */
const moments = (array: string): string => `array(select to_timestamp(ms / 1000) from unnest(${array}) as ms)`;

/** Marks a shipment as one that owes a report: whoever reads the mark now and clears it later clears another one. */
export const markWhere = (condition: string): string => `
  insert into cellrelay.reading_mark (shipment, revision, marked_at)
  select $1, gen_random_uuid(), cellrelay.wall_clock() where ${condition}
  on conflict (shipment) do update set revision = excluded.revision, marked_at = excluded.marked_at, tries = 0, try_after = null`;

export const makeMonths = `insert into cellrelay.reading_month (month) select unnest($1::text[]) on conflict do nothing`;

/**
 * Keeps what is new of a batch and marks its shipment, in one statement, which is one transaction: nobody finds the one without the other. Answers which were new, or
 * null where all were.
 */
export const keepReadings = `
with taken as (
  insert into cellrelay.logger_reading (shipment, logger, at, celsius, received_at)
  select $1, $2, to_timestamp(row.ms / 1000), row.celsius, now.at
  from unnest($3::float8[], $4::float8[]) as row(ms, celsius), (select cellrelay.clock() as at) as now
  on conflict do nothing returning at
),
marked as (${markWhere('exists (select from taken)')})
select case when count(*) < cardinality($3::float8[]) then coalesce(array_agg(${millis('at')}), '{}') end as taken from taken`;

/** What stands at those moments. */
export const standingAt = `
select ${millis('at')} as ms, celsius from cellrelay.logger_reading
where shipment = $1 and logger = $2 and at = any (${moments('$3::float8[]')})`;

/** One row for each logger, as arrays: a trip has thousands of readings, and each row would be an object on the way. */
export const readingsBetween = `
select logger, array_agg(${millis('at')} order by at) as at, array_agg(celsius order by at) as celsius
from cellrelay.logger_reading where shipment = $1 and at between $2 and $3 group by logger order by logger`;

export const lastReading = `
select ${millis('at')} as ms, celsius from cellrelay.logger_reading
where shipment = $1 and logger = $2 order by at desc limit 1`;

/** Of what stands in shipments: see ShipmentPartRow. */
export const shipmentsOfLogger = `
select s.id from cellrelay.shipment_part p join cellrelay.shipment s on s.id = p.shipment
where p.holder = $1 and p.part = 'logger'
  and ($3::text is null or exists (select from cellrelay.shipment_part o where o.shipment = s.id and o.holder = $3 and o.part <> 'logger'))
order by s.created_at desc, s.id limit $2`;

const mark = 'shipment, revision, tries';

export const markOf = `select ${mark} from cellrelay.reading_mark where shipment = $1`;

/** Those that nobody is at work on: whoever brought the readings works them out at once, and what is left is of one who died, or failed. */
export const idleMarks = `
select ${mark} from cellrelay.reading_mark
where marked_at <= cellrelay.wall_clock() - $1 * interval '1 millisecond' and (try_after is null or try_after <= cellrelay.wall_clock())
order by marked_at, shipment limit $2`;

export const clearMark = 'delete from cellrelay.reading_mark where shipment = $1 and revision = $2';

export const putOffMark = `
update cellrelay.reading_mark set tries = tries + 1, try_after = cellrelay.wall_clock() + $3 * interval '1 millisecond'
where shipment = $1 and revision = $2`;
