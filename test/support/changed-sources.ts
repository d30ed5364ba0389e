import path from 'node:path';

/** Something in the sources that is otherwise in one process: another release, or a figure that is hours in use. What is not found there ends the process. */
export interface Change {
  /** How the file's address ends. */
  readonly file: string;
  /** A regular expression, as text. */
  readonly what: string;
  readonly into: string;
}

/** How node is to be called, and with what environment, so that it runs the sources with these changes. */
export function nodeWith(changes: readonly Change[]): {
  readonly imports: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  const imports = ['typescript.mjs', ...(changes.length > 0 ? ['with-changes.mjs'] : [])];
  return {
    imports: imports.flatMap((file) => ['--import', path.resolve('test/support', file)]),
    env: changes.length > 0 ? { CELLRELAY_TEST_CHANGES: JSON.stringify(changes) } : {},
  };
}
