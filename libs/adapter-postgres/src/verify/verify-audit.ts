import type pg from 'pg';
import { inTransaction } from '../client.js';
import type { VerifyWith } from './verified.js';

/** Lines read at a time: what is held in memory. */
const PAGE = 1_000;

const page = `select seq::integer as seq, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, about, text, hash
  from cellrelay.audit_entry where seq > $1 order by seq limit $2`;

interface StoredLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly about: string;
  readonly text: string;
  readonly hash: string;
}

/** What was found of the audit record: how many lines, and where it is not as it was written. */
export interface VerifiedAudit {
  readonly lines: number;
  readonly differences: readonly { readonly at: string; readonly sentence: string }[];
}

/**
 * Recomputes the chain of the audit record, and compares what it is asked by with its text, in one snapshot beside live traffic. Changes nothing. Like `verify` it
 * cannot see a record rewritten to its end, or cut short: a signed export of the heads can.
 */
export async function verifyAudit(pool: pg.Pool, how: Pick<VerifyWith, 'chainHash'>): Promise<VerifiedAudit> {
  const client = await pool.connect();
  try {
    return await inTransaction(client, 'begin isolation level repeatable read read only', () => walk(client, how));
  } finally {
    client.release();
  }
}

async function walk(client: pg.ClientBase, how: Pick<VerifyWith, 'chainHash'>): Promise<VerifiedAudit> {
  const differences: { at: string; sentence: string }[] = [];
  let [lines, before, previous] = [0, 0, null as string | null];
  for (;;) {
    const found = (await client.query<StoredLine>(page, [before, PAGE])).rows;
    for (const line of found) {
      lines += 1;
      const sentences = faultsOf(line, lines, how.chainHash(previous, line.text));
      differences.push(...sentences.map((sentence) => ({ at: String(line.seq), sentence })));
      [before, previous] = [line.seq, line.hash];
    }
    if (found.length < PAGE) return { lines, differences };
  }
}

function faultsOf(line: StoredLine, expected: number, hash: string): readonly string[] {
  const faults: readonly (readonly [boolean, string])[] = [
    [line.seq !== expected, `line ${line.seq} stands where line ${expected} should`],
    [line.hash !== hash, 'the hash does not fit the text and the line before'],
    [!isOfText(line), 'what it is asked by is not what its text says'],
  ];
  return faults.flatMap(([is, sentence]) => (is ? [sentence] : []));
}

function isOfText({ seq, at, kind, about, text }: StoredLine): boolean {
  try {
    const said = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const plain = (value: unknown): string => String(value).replaceAll('\u0000', '');
    return said.seq === seq && said.at === at && plain(said.kind) === kind && plain(said.about) === about;
  } catch {
    return false;
  }
}
