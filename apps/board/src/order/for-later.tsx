import { ActFields } from './act-fields.js';
import { draftOfAct, isOn, type Act } from './acts.js';
import type { StepProps } from './step-props.js';

interface ForLaterProps extends StepProps {
  readonly act: Act;
  /** What is ticked. */
  readonly label: string;
}

/** A command that may be left for later: its form opens with a tick, and is sent only then. */
export function ForLater({ hand, tried, act, label }: ForLaterProps) {
  const { setUp, type } = hand;
  if (setUp.outcomes[act.id]?.done === true) return <p className="ink2">{act.label}: done.</p>;
  const on = isOn(setUp, act.id);
  const draft = draftOfAct(act, setUp);
  return (
    <>
      <label className="radio">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => type(act.id, { ...draft, on: event.target.checked ? 'yes' : '' })}
        />
        {label}
      </label>
      {on ? (
        <div role="group" aria-label={label}>
          <ActFields hand={hand} act={act} tried={tried} />
        </div>
      ) : (
        <p className="hint">Left for later.</p>
      )}
    </>
  );
}
