import type pg from 'pg';
import { canonicalText, chainHash, type AuditEvent } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';

/** Any number that nothing else in the database locks. */
const AUDIT_LOCK = 7_203_512;

const last = `select seq, hash from cellrelay.audit_entry order by seq desc limit 1`;
const moment = `select to_char(greatest(cellrelay.wall_clock(), (select at from cellrelay.audit_entry order by seq desc limit 1)) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
const insert = `insert into cellrelay.audit_entry (seq, at, text, hash, kind, about) values ($1, $2, $3, $4, $5, $6)`;

/**
 * Writes a line of the audit record, chained to the one before as the lines of a shipment's log are. To be called within the transaction of what it is about: both
 * are kept, or neither. Others who would write one wait until it ends, so it comes last in it.
 */
export async function appendAudit(client: pg.ClientBase, event: AuditEvent): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
  const [before] = (await client.query<{ seq: string; hash: string }>(last)).rows;
  const [now] = (await client.query<{ at: string }>(moment)).rows;
  const seq = Number(before?.seq ?? 0) + 1;
  const text = canonicalText({ seq, at: now!.at, ...event });
  const asked = [event.kind, event.about].map(withoutNul);
  await client.query(insert, [seq, now!.at, text, chainHash(before?.hash ?? null, text), ...asked]);
}
