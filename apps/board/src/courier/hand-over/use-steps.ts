import { useState } from 'react';
import { textIn } from '../../act/drafts.js';
import { linesOf } from './check-lines.js';
import { lackingAt, stepsOf, type Step } from './hand-over-steps.js';
import type { StepProps } from './step-props.js';

/** Which step it is, kept with what is typed. A step is left forwards only when nothing lacks there. */
export function useSteps({ fields, drafts, choices, onRecord }: StepProps) {
  const steps = stepsOf(fields);
  const index = Math.max(0, steps.indexOf(textIn(drafts.value['step']) as Step));
  const current = steps[index] ?? 'checks';
  const [asked, setAsked] = useState<Step>();
  const lines = linesOf(choices, drafts.value['checks']);
  const standing = { drafts: drafts.value, lines, sealOnRecord: onRecord['seal'] };
  const lacking = lackingAt(current, standing);
  const go = (to: Step) => drafts.change('step', to);
  return {
    ...{ index, current, count: steps.length },
    lacking: asked === current ? lacking : undefined,
    forward: () => (lacking === undefined ? go(steps[index + 1] ?? current) : setAsked(current)),
    back: () => go(steps[index - 1] ?? current),
    /** Only from the last step; where something was undone since, its step is shown. */
    mayBeSent: (): boolean => {
      const open = steps.find((step) => lackingAt(step, standing) !== undefined);
      if (current !== 'summary') return false;
      if (open === undefined) return true;
      setAsked(open);
      go(open);
      return false;
    },
  };
}

/** At which step a hand-over stands, and the ways from it. */
export type At = ReturnType<typeof useSteps>;
