import { openTypesetter, type PaperTypesetter } from '@cellrelay/adapter-documents';

/** A typesetter that is opened with the first thing to set: its fonts are read and its threads started then, and not by who sets nothing. */
export class TypesetterOnDemand {
  private opened: PaperTypesetter | undefined;

  readonly get = (): PaperTypesetter => (this.opened ??= openTypesetter());

  /** Ends its threads, if there are any. */
  async close(): Promise<void> {
    await this.opened?.close();
  }
}
