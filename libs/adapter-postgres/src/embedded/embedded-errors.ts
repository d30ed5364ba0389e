/** Why the packaged PostgreSQL could not be had. Every one is met by a person at a terminal, so the sentence says what to do next. */
export type EmbeddedPostgresFault =
  | 'platform-not-packaged'
  | 'library-links-unwritable'
  | 'binaries-do-not-run'
  | 'refused-as-root'
  | 'user-without-a-name'
  | 'data-folder-unusable'
  | 'data-folder-in-use'
  | 'data-of-another-version'
  | 'data-of-another-user'
  | 'data-gone'
  | 'data-incomplete'
  | 'secrets-unreadable'
  | 'initdb-failed'
  | 'start-failed'
  | 'database-name-not-allowed';

/** A failure of the launcher with a code for programs and a sentence for people. */
export class EmbeddedPostgresError extends Error {
  override readonly name: string = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Who holds a data folder: what its own process wrote there. `since` is an ISO instant in UTC. */
export interface FolderHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Where its board answers, once it said so. */
  readonly url?: string;
}

/** A second start on a folder that a living process holds. */
export class DataFolderInUse extends EmbeddedPostgresError {
  override readonly name = 'DataFolderInUse';

  constructor(
    folder: string,
    readonly holder: FolderHolder,
  ) {
    super('data-folder-in-use', sentenceOf(folder, holder));
  }
}

function sentenceOf(folder: string, { pid, host, since, url }: FolderHolder): string {
  const open = url === undefined ? 'It has not said yet where its board is.' : `Its board is at ${url}.`;
  return (
    `The data folder ${folder} is in use by process ${pid} on ${host} since ${since}. ${open} ` +
    'Use that one, or end it first; to run a second one, give it a data folder of its own in CELLRELAY_DATA.'
  );
}
