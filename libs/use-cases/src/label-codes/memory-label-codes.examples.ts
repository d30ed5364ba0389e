import type { Instant, LocalDate } from '@cellrelay/kernel';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { NewProductCode } from './label-code-bodies.js';
import type { CodeVersion, KeptCode, LabelCodeStore } from './label-code-store.port.js';

export const author: AuditAuthor = { account: 'coordinator', organisation: 'o-1' };

const at = '2026-11-27T08:00:00.000Z' as Instant;

/** The list of codes, kept in memory. */
export class MemoryLabelCodeStore implements LabelCodeStore {
  kept: readonly KeptCode[] = [];

  newest(): Promise<readonly KeptCode[]> {
    const newest = new Map(this.kept.map((each) => [`${each.list} ${each.key}`, each]));
    return Promise.resolve([...newest.values()]);
  }

  add(by: AuditAuthor, versions: readonly CodeVersion[]): Promise<boolean> {
    const id = ({ list, key, version }: CodeVersion) => `${list} ${key} ${version}`;
    if (versions.some((each) => this.kept.some((kept) => id(kept) === id(each)))) return Promise.resolve(false);
    this.kept = [...this.kept, ...versions.map((each) => ({ ...each, by: by.account, at }))];
    return Promise.resolve(true);
  }
}

/** By what an entry is said. */
export const said = { source: 'EXAMPLE list 7', asOf: '2026-11-01' as LocalDate, person: 'EXAMPLE Quality' };

/** What S1128 stands for. */
export function product(more: Partial<NewProductCode> = {}): NewProductCode {
  return { after: 0, name: 'HPC, APHERESIS', attributes: 'Citrate/XX/refg', ...said, ...more };
}
