import type { Instant } from '@cellrelay/kernel';
import { canonicalText, chainHash, hashBeforeFirst } from '../log/chain.js';
import type { ChainName, ChainStore, Head } from './chains.port.js';
import type { Signer } from './signing.port.js';
import { signedStatement, type SignedStatement, type Statement } from './statement.js';

/**
 * An export on one page: JSON Lines, UTF-8, each line ended by LF.
 *
 *     {"format":"cellrelay-export","version":1,"what":"audit"}
 *     {"hash":"<hash>","text":"<stored text>"}          one for each line of the chain, from the first to the last
 *     {"signature":"<base64>","signed":"<statement>"}   the last line: see statement.ts
 *
 * `what` is `audit`, `shipment/<id>`, or `heads`. Texts and hashes are those that are stored (log/chain.ts says how a hash covers a text and all before it); each
 * text holds its number as `seq`, from 1 on. The statement, of type `cellrelay-export` and version 1, says what it is of, the `first` and `last` number, the
 * `count` of lines and the `head`: the hash of the last one, 64 zeros where there is none.
 *
 * Lines of `heads` are chained in the same way. Their text is `{"chain":"<what>","hash":"<hash>","last":<number>,"seq":<n>}`: where each chain ended at that moment. Kept
 * elsewhere, they tell later that a chain was cut short, made anew to its end, or left out.
 */
export const exportFormat = 'cellrelay-export';

export type Exported = ChainName | 'heads';

interface ExportStatement extends Statement {
  readonly what: Exported;
  readonly first: 1;
  readonly last: number;
  readonly count: number;
  readonly head: string;
}

/** What an export is made of. */
export interface ExportParts {
  readonly chains: ChainStore;
  readonly signer: Signer;
}

/** The export of a chain up to that head. It is signed before the first line is read, so that whatever is refused is refused before anything is sent. */
export async function chainExport(
  { chains, signer }: ExportParts,
  chain: ChainName,
  { head, at }: { readonly head: Head; readonly at: Instant },
): Promise<AsyncIterable<string>> {
  const last = await signedStatement(signer, stated(chain, head, at));
  return linesOf(chains, chain, { head, last });
}

async function* linesOf(
  chains: ChainStore,
  chain: ChainName,
  { head, last }: { readonly head: Head; readonly last: SignedStatement },
): AsyncGenerator<string> {
  yield headerOf(chain);
  for await (const page of chains.lines(chain, head.seq)) yield page.map(lineOf).join('');
  yield `${canonicalText(last)}\n`;
}

/** The export of where every chain ends at this moment. */
export async function* headsExport({ chains, signer }: ExportParts, at: Instant): AsyncGenerator<string> {
  yield headerOf('heads');
  let head: Head = { seq: 0, hash: hashBeforeFirst };
  for await (const page of chains.heads())
    for (const { chain, seq: last, hash } of page) {
      const seq: number = head.seq + 1;
      const text = canonicalText({ seq, chain, last, hash });
      head = { seq, hash: chainHash(head.hash, text) };
      yield lineOf({ text, hash: head.hash });
    }
  yield `${canonicalText(await signedStatement(signer, stated('heads', head, at)))}\n`;
}

function headerOf(what: Exported): string {
  return `${canonicalText({ format: exportFormat, version: 1, what })}\n`;
}

/** The stored text goes out as it is, whatever it holds. */
function lineOf({ hash, text }: { readonly hash: string; readonly text: string }): string {
  return `${JSON.stringify({ hash, text })}\n`;
}

function stated(what: Exported, { seq, hash }: Head, at: Instant): ExportStatement {
  return { type: exportFormat, version: 1, what, first: 1, last: seq, count: seq, head: hash, at };
}
