import { err, type Result } from '@cellrelay/kernel';
import { fileReadingBusy, fileTooSlow, type FileDigest, type FileReader } from '@cellrelay/use-cases';
import { within } from '../clock/timers.js';
import { inThread } from './in-thread.js';
import { oneAtATime, TooManyWait } from './one-at-a-time.js';

/** A file of as many lines as may be takes a good part of a second: what takes longer than this is no logger's. With all that wait it stays within what an answer may take. */
const longestMs = 5_000;
/** The one that is read counted. */
const mostWaiting = 3;

/** How files are read; what is left out is as in use. */
export interface FileReaderOptions {
  /** The compiled `read-apart.js`; the one beside this file unless told. */
  readonly module?: URL;
  readonly longestMs?: number;
}

type FileRefusal = typeof fileReadingBusy;
type Digested = Result<FileDigest, FileRefusal>;

const beside = new URL('../../../use-cases/src/reading-files/read-apart.js', import.meta.url);

const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.module).then(({ readApart }) => parentPort.postMessage(readApart(workerData.bytes, workerData.answers)));
`;

/**
 * Reads loggers' files in a thread of its own for each, one at a time: on the main thread a file would hold up everybody for as long as it takes. Refused where others wait
 * already, and where it takes too long; then the thread is ended.
 */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const inTurn = oneAtATime(mostWaiting);
  const { module = beside, longestMs: most = longestMs } = options;
  const read: FileReader['read'] = async (bytes, answers) => {
    const { answered, end } = inThread(program, { module: module.href, bytes, answers });
    const digested = await within<unknown, null>(most, answered, () => null);
    if (digested !== null) return digested as Digested;
    answered.catch(() => undefined);
    await end();
    return err(fileTooSlow);
  };
  return {
    read: (bytes, answers) =>
      inTurn(() => read(bytes, answers)).catch((error: unknown) => {
        if (error instanceof TooManyWait) return err(fileReadingBusy);
        throw error;
      }),
  };
}
