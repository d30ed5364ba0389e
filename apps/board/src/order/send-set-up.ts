import type { Known } from '../act/body.js';
import { matchAction } from '../act/match-action.js';
import type { Sending, Sent } from '../act/sent.js';
import type { Action, NotNow } from '../api/types.js';
import { bodyOfAct, OPEN, type Act } from './acts.js';
import { setMeanwhile, setsOnce, type LogLine } from './set-meanwhile.js';
import { withOutcome, type Outcome, type Pending, type SetUp } from './set-up.js';

/** What sending leans on. */
export interface Line {
  send(sending: Sending): Promise<Sent>;
  /** What may be done with the shipment now; null where that could not be learnt. */
  actions(
    shipment: string,
  ): Promise<{ readonly actions: readonly Action[]; readonly notNow: readonly NotNow[] } | null>;
  /** Its log; null where it could not be learnt. */
  log(shipment: string): Promise<readonly LogLine[] | null>;
  newKey(): string;
  /** Keeps how it stands, before anything is sent and after each answer. False: it cannot be kept. */
  keep(setUp: SetUp): boolean;
  readonly known: Known;
}

/**
 * Sends what is wanted, one act after the other, each with a key of its own that is kept until an answer has come: dying anywhere, the next press sends the same again, and
 * nothing is done twice. What is refused holds up no other but the opening, without which there is nothing to act on.
 */
export async function sendSetUp(setUp: SetUp, acts: readonly Act[], line: Line): Promise<SetUp> {
  let stands = setUp;
  for (const act of acts) {
    if (!act.wanted || stands.outcomes[act.id]?.done === true) continue;
    stands = await sendAct(act, stands, line);
    line.keep(stands);
    if (act.id === OPEN && !stands.opened) return stands;
    // Without an answer nothing more is tried: the line is down, or the machine behind it.
    if (stands.outcomes[act.id]?.pending !== undefined) return stands;
  }
  return stands;
}

async function sendAct(act: Act, setUp: SetUp, line: Line): Promise<SetUp> {
  const before = setUp.outcomes[act.id]?.pending;
  const next = before === undefined ? await prepared(act, setUp, line) : { pending: before };
  if (next === null) return setUp;
  const underWay = withOutcome(setUp, act.id, next);
  if (next.pending === undefined) return underWay;
  if (!line.keep(underWay)) return withOutcome(setUp, act.id, { why: notKept });
  const sent = await line.send({ shipment: setUp.id, command: act.command, ...next.pending });
  return before !== undefined && isOfTheSender(sent) ? underWay : answered(act, underWay, sent);
}

/** Who asks may not do it now, or not from here: answered before anybody looks at the key, so that it says nothing of the try before. */
const ofTheSender: ReadonlySet<string> = new Set([
  'origin-refused',
  'token-not-for-this',
  'not-yours-to-do',
  'no-such-shipment',
]);

const isOfTheSender = (sent: Sent): boolean => sent.kind === 'refused' && ofTheSender.has(sent.refusal.code);

const notKept =
  'This browser keeps nothing now (its storage is full or closed), so a lost answer could not be found again. Nothing was sent.';

/** What is to be sent, or why it cannot be now; null where it is not filled in, or nobody knows. */
async function prepared(act: Act, setUp: SetUp, line: Line): Promise<Outcome | null> {
  const made = bodyOfAct(act, setUp, line.known);
  if (made.wrong.length > 0) return null;
  const pending = (revision: number | null): { readonly pending: Pending } => ({
    pending: { key: line.newKey(), revision, body: made.value },
  });
  if (act.id === OPEN) return pending(null);
  // What may be done is asked for first: whatever comes after that moves the revision that is sent.
  const open = await line.actions(setUp.id);
  const log = setsOnce(act) ? await line.log(setUp.id) : [];
  if (open === null || log === null) return null;
  const meanwhile = setMeanwhile(act, setUp.begunAfter ?? 0, log);
  if (meanwhile !== undefined) return { why: meanwhile };
  const action = matchAction({ command: act.command, prefill: act.about }, open.actions);
  return action === undefined ? { why: whyNot(act, open.notNow) } : pending(action.stageRevision);
}

function whyNot(act: Act, notNow: readonly NotNow[]): string {
  return notNow.find(({ command }) => command === act.command)?.why ?? 'This cannot be done now.';
}

function answered(act: Act, setUp: SetUp, sent: Sent): SetUp {
  if (sent.kind === 'unknown' || sent.kind === 'kept') return setUp;
  const there = act.id === OPEN && sent.kind === 'refused' && sent.refusal.code === 'shipment-exists';
  if (sent.kind !== 'done' && !there) return withOutcome(setUp, act.id, { refusal: sent.refusal });
  const done = withOutcome(setUp, act.id, { done: true });
  return act.id === OPEN ? { ...done, opened: true } : done;
}
