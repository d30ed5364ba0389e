import type { Known } from '../act/body.js';
import { bodyOfAct, OPEN, stepOfField, type Act, type StepName } from './acts.js';
import type { SetUp } from './set-up.js';

export const steps: readonly { readonly name: StepName; readonly label: string }[] = [
  { name: 'order', label: 'Order' },
  { name: 'parties', label: 'Parties' },
  { name: 'dates', label: 'Dates' },
  { name: 'courier', label: 'Box and courier' },
  { name: 'plans', label: 'Plans' },
  { name: 'summary', label: 'Summary' },
];

/** Something that is still to be filled in, and in which step. */
export interface Missing {
  readonly act: string;
  readonly step: StepName;
  readonly pointer: string;
  readonly detail: string;
}

/** What keeps the acts that are wanted from being sent, by the schemas of their commands. */
export function missingIn(acts: readonly Act[], setUp: SetUp, known: Known): readonly Missing[] {
  return acts
    .filter(
      (act) => act.wanted && setUp.outcomes[act.id]?.done !== true && setUp.outcomes[act.id]?.pending === undefined,
    )
    .flatMap((act) =>
      bodyOfAct(act, setUp, known).wrong.map(({ pointer, detail }) => ({
        ...{ act: act.id, pointer, detail },
        step: act.id === OPEN ? stepOfField(pointer.split('/')[1] ?? '') : act.step,
      })),
    );
}

export type ActStanding = 'done' | 'refused' | 'unknown' | 'waits' | 'missing' | 'to-do';

/** How an act stands: what the server said last goes before what is still missing. */
export function standingOf(act: Act, setUp: SetUp, missing: readonly Missing[]): ActStanding {
  const outcome = setUp.outcomes[act.id] ?? {};
  if (outcome.done === true || (act.id === OPEN && setUp.opened)) return 'done';
  if (outcome.pending !== undefined) return 'unknown';
  if (missing.some((one) => one.act === act.id)) return 'missing';
  if (outcome.refusal !== undefined) return 'refused';
  return outcome.why === undefined ? 'to-do' : 'waits';
}

/** In words, for the summary. */
export const standingWords: Readonly<Record<ActStanding, string>> = {
  done: 'done',
  refused: 'refused',
  unknown: 'sent, no answer yet',
  waits: 'not yet possible',
  missing: 'something is missing',
  'to-do': 'to do',
};

/** How a step stands, in few words; nothing where nothing of it is asked for. */
export function stepText(step: StepName, acts: readonly Act[], setUp: SetUp, missing: readonly Missing[]): string {
  const own = actsIn(step, acts);
  const stands = own.map((act) => standingOf(act, setUp, missing));
  const open = missing.filter((one) => one.step === step).length;
  if (stands.includes('refused') && own.some((act) => isBlamed(step, act, setUp))) return 'refused';
  if (open > 0) return `${open} missing`;
  if (own.length === 0) return step === 'summary' ? '' : 'left for later';
  return stands.every((one) => one === 'done') ? 'done' : 'filled in';
}

/** The acts that a step has a part in: the opening is spread over the first three. */
function actsIn(step: StepName, acts: readonly Act[]): readonly Act[] {
  const ofOrder: readonly StepName[] = ['order', 'parties', 'dates'];
  return acts.filter((act) => (act.id === OPEN ? ofOrder.includes(step) : act.wanted && act.step === step));
}

/** The opening is refused in one of its steps: where the blamed field is. */
function isBlamed(step: StepName, act: Act, setUp: SetUp): boolean {
  const refusal = setUp.outcomes[act.id]?.refusal;
  if (refusal === undefined) return false;
  if (act.id !== OPEN) return true;
  return refusal.fields.length === 0
    ? step === 'order'
    : refusal.fields.some(({ pointer }) => stepOfField(pointer.split('/')[1] ?? '') === step);
}

/** Whether nothing is left to be sent. */
export function isFinished(acts: readonly Act[], setUp: SetUp): boolean {
  return setUp.opened && acts.every((act) => !act.wanted || setUp.outcomes[act.id]?.done === true);
}
