import type { AfterCommit, BellRequest, CommitOutcome } from '@cellrelay/use-cases';

/** Keeps the bells that commits ask for, in memory alone: what is left of the machinery without a sweep. Dies with the process. */
export class ToldBells implements AfterCommit {
  private readonly told = new Map<string, BellRequest>();

  committed({ bells }: Extract<CommitOutcome, { kind: 'committed' }>): Promise<void> {
    for (const bell of bells) this.told.set(bell.id, bell);
    return Promise.resolve();
  }

  /** The bells that have been told of and not rung. */
  standing(): readonly BellRequest[] {
    return [...this.told.values()];
  }

  /** Forgets a bell that is rung now; one of a later revision stays. */
  rung({ id, revision }: BellRequest): void {
    if (this.told.get(id)?.revision === revision) this.told.delete(id);
  }
}
