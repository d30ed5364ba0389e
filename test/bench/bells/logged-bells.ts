import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import { mustFind } from '../ground/must-find.js';

/** What was to ring: of which shipment, and how long its log was before. */
export interface ToRing {
  readonly shipment: ShipmentId;
  readonly key: string;
  readonly lines: number;
}

/** What the log says of the deadlines that fell due: the truth, whatever a stopwatch in the process saw. */
export interface Logged {
  readonly rangOnce: number;
  readonly alerts: number;
  readonly recordedEarly: number;
}

const ask = `
with due as (select * from unnest($1::uuid[], $2::text[], $3::integer[]) as d(shipment, key, lines)),
rang as (
  select d.shipment, count(*) as times,
    bool_or((e.text::json ->> 'recordedAt')::timestamptz < (e.text::json #>> '{event,data,dueAt}')::timestamptz) as early
  from due d join cellrelay.event e on e.shipment = d.shipment and e.seq > d.lines
  where e.text::json #>> '{event,type}' = 'DeadlineRang' and e.text::json #>> '{event,data,key}' = d.key
  group by d.shipment
),
raised as (
  select distinct d.shipment from due d join cellrelay.event e on e.shipment = d.shipment and e.seq > d.lines
  where e.text::json #>> '{event,type}' = 'AlertRaised' and e.text::json #>> '{event,data,cause,key}' = 'overdue/' || d.key
)
select (select count(*) from rang where times = 1)::integer as "rangOnce", (select count(*) from raised)::integer as alerts,
  (select count(*) from rang where early)::integer as "recordedEarly"`;

export async function askLog(admin: pg.Client, due: readonly ToRing[]): Promise<Logged> {
  const values = [due.map(({ shipment }) => shipment), due.map(({ key }) => key), due.map(({ lines }) => lines)];
  return mustFind((await admin.query<Logged>(ask, values)).rows, 0);
}
