import { itemsIn, textIn } from '../act/drafts.js';
import { OPEN } from './acts.js';
import { ForLater } from './for-later.js';
import type { StepProps } from './step-props.js';

/** Both days' flights beside each other. They are typed: flights are not searched for here. */
export function PlansStep({ hand, tried }: StepProps) {
  const days = itemsIn(hand.setUp.drafts[OPEN]?.['collectionDays']).map(textIn);
  const plans = hand.acts.filter(({ command }) => command === 'ProposePlan');
  return (
    <>
      <p className="hint">Type the flights as the airline’s list has them, each time in its airport’s own clock.</p>
      <div className="order-pair">
        {plans.map((act, index) => (
          <section key={act.id} aria-labelledby={`plan-title-${index + 1}`}>
            <h3 id={`plan-title-${index + 1}`}>
              Day {index + 1}
              {days[index] ? <span className="ink2"> · {days[index]}</span> : null}
            </h3>
            <ForLater hand={hand} tried={tried} act={act} label={`Propose the plan for day ${index + 1}`} />
          </section>
        ))}
      </div>
    </>
  );
}
