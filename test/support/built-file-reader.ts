import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFileReader } from '@cellrelay/platform';
import type { FileReader } from '@cellrelay/use-cases';

const root = path.resolve(import.meta.dirname, '../..');

/** A thread loads no sources: it reads by what was built of them, which is up to date where a database is there for a test. */
export const builtReadApart = pathToFileURL(path.join(root, 'dist/libs/use-cases/src/reading-files/read-apart.js'));

/** What reads files in a test, as in use but with more patience: other tests run beside it. */
export function builtFileReader(longestMs = 60_000): FileReader {
  return createFileReader({ module: builtReadApart, longestMs });
}
