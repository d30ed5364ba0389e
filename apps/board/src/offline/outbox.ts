import { sendCommand } from '../act/send-command.js';
import type { Sending, Sent } from '../act/sent.js';
import { now, ownZone } from '../time/now.js';
import { keptTrip } from './answers.js';
import { deliver, type Delivered } from './deliver.js';
import { again, confirmed, takenBack, type Outcome } from './next-to-send.js';
import { addRow, changeRows } from './rows.js';

/** How long a form waits for the server's answer before it is told that its command lies on the phone. */
const SHORTLY = 2_000;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** A command for the queue: with what it is called, and the stage whose revision it states. */
export type Queueing = Sending & { readonly label: string; readonly stage: string };

let account: string | null = null;
let timer: number | undefined;
let failures = 0;
let running: Promise<void> | null = null;
let askedAgain = false;
const hearers = new Set<(delivered: Delivered) => void>();

/** Calls back with each try's outcome in this tab. Answers the way to stop. */
export function onDelivered(hearer: (delivered: Delivered) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

/** Sends for that account from now on: at once, on the network's return, on becoming visible, and with a growing wait. Answers the way to stop. */
export function sendFor(name: string): () => void {
  account = name;
  const hurry = () => {
    failures = 0;
    void sendNow();
  };
  const seen = () => document.visibilityState === 'visible' && hurry();
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', seen);
  hurry();
  return () => {
    account = null;
    window.clearTimeout(timer);
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** Sends what may be sent. What comes in while a round is under way has a round after it. */
export function sendNow(): Promise<void> {
  if (running !== null) {
    askedAgain = true;
    return running;
  }
  running = rounds().finally(() => {
    running = null;
  });
  return running;
}

async function rounds(): Promise<void> {
  window.clearTimeout(timer);
  let left = false;
  do {
    askedAgain = false;
    if (account === null) return;
    left = await deliver(account, tell).catch(() => true);
  } while (askedAgain);
  if (!left) failures = 0;
  else timer = window.setTimeout(() => void sendNow(), Math.min(FIRST_WAIT * 2 ** failures++, LONGEST_WAIT));
}

function tell(delivered: Delivered): void {
  hearers.forEach((hear) => hear(delivered));
}

/**
 * Puts a command on the phone first and then sends it. Answers what the server said of it if that came shortly, else that it is kept. Where
 * the browser keeps nothing, it is sent as from any other page. `heard`: whether whoever asks can still show a refusal; else it stays in the list.
 */
export async function queueCommand(queueing: Queueing, heard: () => boolean = () => true): Promise<Sent> {
  if (account === null) return sendCommand(queueing);
  try {
    const stood = (await keptTrip(account, queueing.shipment))?.shipment.strip ?? [];
    const marks = stood.map(({ name, says }) => ({ name, says }));
    await addRow({ ...queueing, account, zone: ownZone, queuedAt: now(), stood: marks });
  } catch {
    return sendCommand(queueing);
  }
  const answered = answerShortly(queueing.key, heard);
  void sendNow();
  return answered;
}

function answerShortly(key: string, heard: () => boolean): Promise<Sent> {
  return new Promise((resolve) => {
    const answer = (sent: Sent) => {
      stop();
      window.clearTimeout(patience);
      resolve(sent);
    };
    const patience = window.setTimeout(() => answer({ kind: 'kept' }), SHORTLY);
    const stop = onDelivered(({ row, outcome }) => {
      if (row.key === key) void answered(outcome, key, heard).then(answer);
    });
  });
}

/** What the form hears. A refusal that it has heard is the form's to mend: nothing of it stays on the phone. */
async function answered(outcome: Outcome, key: string, heard: () => boolean): Promise<Sent> {
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'unknown' || outcome.kind === 'held' || !heard()) return { kind: 'kept' };
  await changeRows((rows) => takenBack(rows, key));
  return { kind: outcome.kind, refusal: outcome.refusal };
}

/** Sends a stopped command again: as it is, and one that was stale on what stands now. */
export async function sendAgain(key: string): Promise<void> {
  await changeRows((rows) => again(rows, key));
  await sendNow();
}

/** Sends a refused command again as one that stands although the record says otherwise. */
export async function sendConfirmed(key: string): Promise<void> {
  await changeRows((rows) => confirmed(rows, key));
  await sendNow();
}

/** Throws a command away; only one of which is known that it was not done. */
export async function takeBack(key: string): Promise<void> {
  await changeRows((rows) => takenBack(rows, key));
  await sendNow();
}

/** Throws away everything of that account that was not sent. */
export async function throwAway(name: string): Promise<void> {
  await changeRows((rows) => rows.filter((row) => row.account !== name));
}
