import { Worker } from 'node:worker_threads';

/** What a thread answers to one message, once: the program's `parentPort.postMessage`. It is ended then; or by `ending`, and what it was to answer is of no use any more. */
export interface Threaded {
  readonly answered: Promise<unknown>;
  readonly end: () => Promise<number>;
}

/** Runs a program, as text since sources and build have different file endings, in a thread of its own: it gives its memory back when it ends. */
export function inThread(program: string, workerData: object): Threaded {
  const thread = new Worker(program, { eval: true, workerData });
  const answered = new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread ended without an answer')));
  });
  const end = (): Promise<number> => thread.terminate();
  return { answered: answered.finally(end), end };
}
