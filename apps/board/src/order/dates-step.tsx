import { ActFields } from './act-fields.js';
import { OPEN, stepOfField } from './acts.js';
import { OpenedAlready } from './opened-already.js';
import type { StepProps } from './step-props.js';

/** The day and the reserve day, when collecting starts, how long from receipt to infusion, and the conditioning where it is known. */
export function DatesStep({ hand, tried }: StepProps) {
  const open = hand.acts.find(({ id }) => id === OPEN);
  const conditioning = hand.acts.filter(({ command }) => command === 'PlanConditioning');
  return (
    <>
      {open === undefined || hand.setUp.opened ? (
        <OpenedAlready id={hand.setUp.id} />
      ) : (
        <ActFields hand={hand} act={open} only={(name) => stepOfField(name) === 'dates'} tried={tried} />
      )}
      {conditioning.map((act) => (
        <fieldset key={act.id} className="group" disabled={hand.setUp.outcomes[act.id]?.done === true}>
          <legend className="label">
            {act.label}
            <span className="optional"> optional: left empty, it is planned later</span>
          </legend>
          <ActFields hand={hand} act={act} tried={tried} />
        </fieldset>
      ))}
    </>
  );
}
