import type { Instant } from '@cellrelay/kernel';
import type {
  AuditAuthor,
  KeptPaperFact,
  NewPaperFact,
  PaperFactKey,
  PaperFactKind,
  PaperFactStore,
} from '@cellrelay/use-cases';

/** What was entered for papers, in memory. */
export class MemoryPaperFacts implements PaperFactStore {
  /** Every entry, the oldest first. */
  readonly entries: KeptPaperFact[] = [];
  /** What the audit record was told. */
  readonly audited: NewPaperFact['audit'][] = [];

  constructor(private readonly at: Instant) {}

  newest(keys: readonly PaperFactKey[]): Promise<readonly KeptPaperFact[]> {
    const newest = keys.map((key) => this.find(key)).filter((each) => each !== undefined);
    return Promise.resolve([...new Set(newest)]);
  }

  enter<Kind extends PaperFactKind>(
    by: AuditAuthor,
    { kind, about, body, audit }: NewPaperFact<Kind>,
    revision: number,
  ): Promise<KeptPaperFact<Kind> | null> {
    if ((this.find({ kind, about })?.revision ?? 0) !== revision) return Promise.resolve(null);
    const kept: KeptPaperFact<Kind> = { kind, about, body, revision: revision + 1, by: by.account, at: this.at };
    this.entries.push(kept);
    this.audited.push(audit);
    return Promise.resolve(kept);
  }

  private find({ kind, about }: PaperFactKey): KeptPaperFact | undefined {
    return this.entries.findLast((each) => each.kind === kind && each.about === about);
  }
}
