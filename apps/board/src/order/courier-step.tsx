import { parts } from './acts.js';
import { ForLater } from './for-later.js';
import { PartyChoice } from './party-choice.js';
import type { StepProps } from './step-props.js';

const company = parts[4];

/** Who carries it. The box itself is recorded when it is packed. */
export function CourierStep({ hand, tried }: StepProps) {
  const act = hand.acts.find(({ id }) => id === 'courier');
  return (
    <>
      <PartyChoice hand={hand} of={company} />
      {act !== undefined && (
        <ForLater hand={hand} tried={tried} act={act} label="Nominate the courier and a substitute" />
      )}
      <p className="hint">Which box travels, with its number and its logger, is recorded when it is packed.</p>
    </>
  );
}
