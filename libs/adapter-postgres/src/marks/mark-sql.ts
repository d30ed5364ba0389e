/** What is asked of the marks of one table, and done with them. */
export interface MarkSql {
  /** Sets a mark that was set before anew: whoever reads the mark now and clears it later clears another one. */
  readonly again: string;
  /** Marks a shipment ($1), where that holds. */
  readonly where: (condition: string) => string;
  readonly of: string;
  /** Those whose time has come and of which that holds, the oldest first, so many at most. */
  readonly due: (condition: string, limit: string) => string;
  readonly clear: string;
  readonly putOff: string;
  /** How many wait, how many of them failed before, and how long the oldest has waited. There is one of a shipment at most. */
  readonly depth: string;
}

export function marksIn(table: 'reading_mark' | 'paper_mark'): MarkSql {
  const marks = `cellrelay.${table}`;
  const mark = 'shipment, revision, tries';
  const again = `on conflict (shipment) do update set revision = excluded.revision, marked_at = excluded.marked_at, tries = 0, try_after = null`;
  return {
    again,
    where: (condition) => `
  insert into ${marks} (shipment, revision, marked_at)
  select $1, gen_random_uuid(), cellrelay.wall_clock() where ${condition}
  ${again}`,
    of: `select ${mark} from ${marks} where shipment = $1`,
    due: (condition, limit) => `
select ${mark} from ${marks} where ${condition} and (try_after is null or try_after <= cellrelay.wall_clock())
order by marked_at, shipment limit ${limit}`,
    clear: `delete from ${marks} where shipment = $1 and revision = $2`,
    putOff: `
update ${marks} set tries = tries + 1, try_after = cellrelay.wall_clock() + $3 * interval '1 millisecond'
where shipment = $1 and revision = $2`,
    depth: `
select count(*)::integer as waiting, count(*) filter (where tries > 0)::integer as failing,
  coalesce(extract(epoch from cellrelay.wall_clock() - min(marked_at)) * 1000, 0)::float8 as "oldestMs" from ${marks}`,
  };
}
