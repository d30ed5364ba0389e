import type { AuditAuthor } from '../audit/audit.port.js';
import type { AuditStore } from '../audit/audit-store.port.js';
import type { Clock } from '../ports.js';
import type { ChainName, ChainStore } from './chains.port.js';
import { csvExport } from './export-csv.js';
import { chainExport, headsExport, type Exported } from './export-lines.js';
import type { Signer } from './signing.port.js';

/** As JSON Lines, signed; or as a table for reading. */
export const exportForms = ['jsonl', 'csv'] as const;
export type ExportForm = (typeof exportForms)[number];

interface Parts {
  readonly chains: ChainStore;
  readonly audit: Pick<AuditStore, 'append'>;
  readonly clock: Clock;
  readonly signer: Signer;
}

interface Noted {
  readonly what: Exported | 'all';
  readonly form: ExportForm;
  readonly by: AuditAuthor | null;
}

/** A file of several that are exported together. */
export interface ExportedFile {
  readonly what: Exported;
  readonly lines: AsyncIterable<string>;
}

/** Exports of what is recorded. Each is on the audit record itself before its first line is given out, and what the signer refuses is refused before that. */
export class Exports {
  constructor(private readonly parts: Parts) {}

  /** A chain as it stands; null: there is no such shipment. */
  async of(chain: ChainName, form: ExportForm, by: AuditAuthor | null): Promise<AsyncIterable<string> | null> {
    if ((await this.parts.chains.head(chain)) === null) return null;
    await this.noted({ what: chain, form, by });
    return form === 'csv' ? this.table(chain) : this.signed(chain);
  }

  /** Where every chain ends. */
  async heads(by: AuditAuthor | null): Promise<AsyncIterable<string>> {
    await this.noted({ what: 'heads', form: 'jsonl', by });
    return headsExport(this.parts, await this.parts.clock.now());
  }

  /** The heads first, then every chain that there is by then, one after another: each is to be read before the next is asked for. */
  async *all(by: AuditAuthor | null): AsyncGenerator<ExportedFile> {
    await this.noted({ what: 'all', form: 'jsonl', by });
    yield { what: 'heads', lines: headsExport(this.parts, await this.parts.clock.now()) };
    for await (const page of this.parts.chains.heads())
      for (const { chain } of page) {
        const lines = await this.signed(chain);
        // An example may have been removed meanwhile.
        if (lines !== null) yield { what: chain, lines };
      }
  }

  private async signed(chain: ChainName): Promise<AsyncIterable<string> | null> {
    const head = await this.parts.chains.head(chain);
    return head === null ? null : chainExport(this.parts, chain, { head, at: await this.parts.clock.now() });
  }

  private async table(chain: ChainName): Promise<AsyncIterable<string> | null> {
    const head = await this.parts.chains.head(chain);
    return head === null ? null : csvExport(this.parts.chains, chain, head.seq);
  }

  private async noted({ what, form, by }: Noted): Promise<void> {
    if (form === 'jsonl') await this.parts.signer.ready();
    const about = what.replace(/^shipment\//, '');
    await this.parts.audit.append({ kind: 'record-exported', by, about, data: { form } });
  }
}
