import { pause } from '@cellrelay/platform';
import { Opened } from '../stack/opened.js';
import { askedToEnd, echoMs } from './asked-to-end.js';

/** Says a line to the person at the terminal. */
export type Say = (line: string) => void;

/** The person at the terminal. */
export interface Terminal {
  readonly say: Say;
  /** Whether the process was asked to end. */
  readonly ending: () => boolean;
}

/** What starts a program: whatever it opens is closed at the end, or when it fails. */
export type Start = (opened: Opened, terminal: Terminal) => Promise<void>;

/** Starts a program, waits until it is asked to end, and closes what it has opened, the last first. Answers the exit code. */
export async function untilEnded(start: Start): Promise<number> {
  const say: Say = (line) => console.log(line);
  let ending = false;
  const asked = askedToEnd(say).then(() => (ending = true));
  const opened = new Opened();
  try {
    await start(opened, { say, ending: () => ending });
    await asked;
    return 0;
  } finally {
    await opened.end().catch((error: unknown) => console.error(error));
    await pause(echoMs);
  }
}
