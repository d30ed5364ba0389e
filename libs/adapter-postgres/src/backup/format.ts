import { z } from 'zod';
import { borderRuleTables } from './border-rule-tables.js';
import { labelCodeTables } from './label-code-tables.js';
import { onCallTables } from './on-call-tables.js';
import { deliveryTables } from './delivery-tables.js';
import { paperFactTables } from './paper-fact-tables.js';
import { tablesOfFirstFormat } from './first-format.js';
import type { KeptTable } from './kept-table.js';
import { paperTables } from './paper-tables.js';

/**
 * A backup is one gzip file of frames: a letter, the payload's length (4 bytes, big-endian), the payload.
 * H: header (JSON), first. Then for each table T: its name, D: rows as PostgreSQL's COPY writes them (any number), E: their count and SHA-256 (JSON). Z, last, is empty:
 * a file without it was cut short. The header says which tables and columns there are, so that a later version reads what an earlier one kept; the first format
 * did not (`first-format.ts`).
 */
export const formatVersion = 2;

export const frames = { header: 'H', table: 'T', data: 'D', end: 'E', last: 'Z' } as const;

/** Longer frames are not written, so a longer one read is damage. */
export const longestFrame = 64 * 1024 * 1024;

/** They go into statements as they are. */
const plainName = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const made = { migrations: z.array(z.string()), madeAt: z.string() };

const header = z.discriminatedUnion('format', [
  z.object({ format: z.literal(1), ...made }),
  z.object({
    format: z.literal(formatVersion),
    ...made,
    tables: z.array(z.object({ name: plainName, columns: z.array(plainName).min(1) })),
  }),
]);
export const tableEnd = z.object({ rows: z.number().int().nonnegative(), sha256: z.string() });

export type TableEnd = z.infer<typeof tableEnd>;

/** What a backup says of itself. */
export interface Header {
  readonly migrations: readonly string[];
  readonly madeAt: string;
  readonly tables: readonly KeptTable[];
}

/** The header that a backup of any format begins with; undefined when it is none. */
export function headerOf(text: string): Header | undefined {
  const told = header.safeParse(parsed(text)).data;
  return told?.format === 1 ? { ...told, tables: tablesOfFirstFormat(told.migrations) } : told;
}

/** What a text holds as JSON, if it is that. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What is kept, in an order in which each table finds what it refers to. `tx` is left out: transactions of another cluster mean nothing; restored lines carry the number of
 * the one that restores them. So are sessions: everybody signs in again. So are invitations, links, tokens of programs and loggers,
 * addresses of calendars and disclosures, which are made anew: what was used up, withdrawn or ended since must not come alive. And the queue: it is a bell, and the sweep rings everything that is due.
 * Keys of identities and of words, which open scans too, have a backup of their own (`identities/keys-backup.ts`): kept together, whoever has one file could read it.
 * A test finds a column that is neither here nor left out on purpose.
 */
export const keptTables: readonly KeptTable[] = [
  { name: 'organisation', columns: ['id', 'name', 'kind', 'example', 'created_at', 'letter_rule'] },
  {
    name: 'account',
    columns: [
      ...['id', 'name', 'password_hash', 'created_at', 'organisation', 'person', 'role', 'courier', 'ended_at'],
      'example',
    ],
  },
  { name: 'second_factor', columns: ['account', 'sealed', 'set_at', 'last_step'] },
  { name: 'recovery_code', columns: ['account', 'hash'] },
  { name: 'account_oidc', columns: ['issuer', 'subject', 'account', 'at'] },
  { name: 'saved_view', columns: ['account', 'id', 'name', 'view', 'q', 'saved_at'] },
  {
    name: 'shipment',
    columns: [
      ...['id', 'revision', 'last_hash', 'fold_version', 'state', 'live', 'example', 'reference', 'severity'],
      ...['next_due_at', 'search_text', 'view', 'created_at', 'updated_at', 'unit', 'shared_view'],
      'shared_search',
    ],
  },
  { name: 'event', columns: ['shipment', 'seq', 'text', 'hash', 'position'] },
  {
    name: 'agenda_item',
    columns: [
      ...['id', 'shipment', 'key', 'revision', 'due_at', 'stage', 'kind', 'does', 'owner', 'offered', 'obligation'],
      ...['opened_at', 'closed_at', 'attempts', 'lease_until', 'lease_token', 'try_after', 'parked_at', 'last_error'],
    ],
  },
  { name: 'command_answer', columns: ['id', 'shipment', 'body_hash', 'answer', 'at'] },
  {
    name: 'policy',
    columns: ['version', 'position', 'body', 'owner', 'approver', 'source', 'by', 'created_at'],
  },
  {
    name: 'figure',
    columns: [
      ...['shipment', 'example', 'year', 'country', 'region', 'domestic', 'product', 'outcome', 'reason'],
      ...['ages_minutes', 'doses', 'bags_ended', 'bags_in_target', 'bags_in_limit'],
      ...['door_minutes', 'excursions', 'slack_eater'],
    ],
  },
  { name: 'shipment_part', columns: ['shipment', 'part', 'holder'] },
  {
    name: 'past_total',
    columns: ['id', 'year', 'country', 'region', 'product', 'count', 'source', 'reason', 'by', 'at'],
  },
  { name: 'maintenance', columns: ['position', 'what', 'shipment', 'by', 'at'] },
  { name: 'courier', columns: ['id', 'name', 'record', 'search_text', 'changed_at', 'revision'] },
  { name: 'bell_beat', columns: ['what', 'beat_at', 'well_at'] },
  { name: 'downtime', columns: ['id', 'from_at', 'noticed_at', 'to_at'] },
  {
    name: 'downtime_item',
    columns: ['downtime', 'item', 'revision', 'shipment', 'key', 'due_at', 'owner', 'obligation'],
  },
  { name: 'downtime_dismissal', columns: ['downtime', 'account', 'at'] },
  {
    name: 'identity',
    columns: [
      ...['id', 'shipment', 'side', 'subject', 'holder', 'key', 'sealed', 'revision', 'at', 'erased_at'],
      ...['erasure_asked', 'last_look', 'last_change'],
    ],
  },
  {
    name: 'letter',
    columns: [
      ...['id', 'shipment', 'side', 'subject', 'organisation', 'state', 'revision', 'returned_for', 'received'],
      ...['at', 'moved_at'],
    ],
  },
  {
    name: 'letter_text',
    columns: ['letter', 'version', 'shipment', 'side', 'kind', 'person', 'key', 'sealed', 'at'],
  },
  {
    name: 'letter_received',
    columns: ['id', 'shipment', 'side', 'state', 'revision', 'returned_for', 'key', 'sealed', 'at', 'read_at'],
  },
  { name: 'words', columns: ['shipment', 'commitment', 'organisation', 'side', 'key', 'sealed', 'at'] },
  { name: 'scan', columns: ['shipment', 'scan', 'key', 'sealed', 'at'] },
  { name: 'logger', columns: ['id', 'organisation', 'made_at', 'last_heard_at', 'ended_at'] },
  // Before the readings: each month's row makes its partition.
  { name: 'reading_month', columns: ['month'] },
  { name: 'logger_reading', columns: ['shipment', 'logger', 'at', 'celsius', 'received_at'] },
  { name: 'reading_mark', columns: ['shipment', 'revision', 'marked_at', 'tries', 'try_after'] },
  ...deliveryTables,
  ...onCallTables,
  ...borderRuleTables,
  ...labelCodeTables,
  ...paperFactTables,
  ...paperTables,
  { name: 'audit_entry', columns: ['seq', 'at', 'text', 'hash', 'kind', 'about'] },
  { name: 'signing_key', columns: ['id', 'public_key', 'from_at', 'retired_at'] },
];

/** What of the schema is left out on purpose: whole tables, and columns as `table.column`. */
export const leftOut: readonly string[] = [
  'migration',
  'session',
  'invitation',
  'link',
  'api_token',
  'calendar',
  'disclosure_grant',
  'webhook_endpoint',
  'oidc_pending',
  'paper_spread',
  'identity_key',
  'words_key',
  'logger.token_hash',
  'event.tx',
  'maintenance.tx',
];

/** How many rows each table has, by its name. */
export type RowCounts = Readonly<Record<string, number>>;

/** One frame as bytes. */
export function frame(letter: string, payload: Buffer | string): Buffer {
  const body = typeof payload === 'string' ? Buffer.from(payload, 'utf8') : payload;
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'latin1');
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}
