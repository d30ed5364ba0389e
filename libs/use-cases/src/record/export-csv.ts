import type { AuditEvent } from '../audit/audit.port.js';
import { csvLine, type Cell } from '../csv/csv-line.js';
import { entryOf } from '../log/entry.js';
import type { ChainLine, ChainName, ChainStore } from './chains.port.js';

/** The first cell of a table: what it is not. */
export const forReading =
  'For reading only: nothing in this table can be verified. The same as JSON Lines is signed and can be.';

interface Table {
  readonly names: readonly string[];
  readonly cells: (line: ChainLine) => readonly Cell[];
}

const audit: Table = {
  names: ['line', 'at', 'kind', 'by_account', 'by_organisation', 'about', 'data', 'hash'],
  cells: ({ seq, text, hash }) => {
    const { at, kind, by, about, data } = JSON.parse(text) as AuditEvent & { readonly at: string };
    return [seq, at, kind, by?.account ?? null, by?.organisation ?? null, about, JSON.stringify(data), hash];
  },
};

const log: Table = {
  names: [
    ...['line', 'recorded_at', 'occurred_at', 'occurred_zone', 'stage', 'event', 'stated_by', 'for_organisation'],
    ...['how', 'recorded_by', 'data', 'hash'],
  ],
  cells: ({ seq, text, hash }) => {
    const { recordedAt, recordedBy, statedBy, event } = entryOf(text);
    const happened = [recordedAt, event.occurredAt.at, event.occurredAt.zone, event.stage, event.type];
    const said = [statedBy.person, statedBy.organisation, statedBy.how, recordedBy];
    return [seq, ...happened, ...said, JSON.stringify(event.data), hash];
  },
};

/** A chain up to that line as CSV (RFC 4180), safe to open in a spreadsheet. */
export async function* csvExport(chains: ChainStore, chain: ChainName, upTo: number): AsyncGenerator<string> {
  const { names, cells } = chain === 'audit' ? audit : log;
  yield csvLine([forReading]) + csvLine(names);
  for await (const page of chains.lines(chain, upTo)) yield page.map((line) => csvLine(cells(line))).join('');
}
