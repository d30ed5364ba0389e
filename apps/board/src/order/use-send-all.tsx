import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { OPEN } from './acts.js';
import { finishSetUp } from './kept-set-ups.js';
import { isFinished, standingOf, steps, type ActStanding } from './standing.js';
import type { InHand } from './use-set-up.js';

interface SendAll {
  readonly label: string;
  readonly send: () => Promise<void>;
  /** What became of the last press. */
  readonly said: ReactNode;
}

/** The one press of the summary. With everything done it goes to the shipment's page, and what was typed is forgotten. */
export function useSendAll(hand: InHand): SendAll {
  const { setUp, acts, missing } = hand;
  const [, go] = useLocation();
  const [pressed, setPressed] = useState(false);
  const rest = acts.some((act) => act.id !== OPEN && act.wanted);
  const send = async () => {
    setPressed(true);
    // From now on every step says what it lacks.
    hand.put({ ...setUp, left: steps.map(({ name }) => name) });
    const after = await hand.send();
    if (isFinished(acts, after)) {
      finishSetUp(after);
      go(`/shipments/${after.id}`);
    } else if (after.opened && !setUp.opened) {
      go(`/shipments/${after.id}/set-up?step=summary`, { replace: true });
    }
  };
  const label = setUp.opened ? 'Send what is left' : rest ? 'Open the shipment and send the rest' : 'Open the shipment';
  const stands = acts.filter((act) => act.wanted).map((act) => standingOf(act, setUp, missing));
  return { label, send, said: pressed && !hand.busy && <Said stands={stands} count={missing.length} /> };
}

/** Told once it is there, since the lines that say it in full may be out of sight. */
function Said({ stands, count }: { readonly stands: readonly ActStanding[]; readonly count: number }) {
  const refused = stands.filter((one) => one === 'refused').length;
  const waits = stands.filter((one) => one === 'waits').length;
  const unknown = stands.includes('unknown');
  if (refused + waits + count === 0 && !unknown) return null;
  return (
    <p role="alert" className="said danger">
      {unknown && 'No answer came. '}
      {refused > 0 && `Refused: ${refused}. `}
      {waits > 0 && `Not possible yet: ${waits}. `}
      {count > 0 && `Still missing: ${count === 1 ? 'one thing' : `${count} things`}; what lacks them was not sent. `}
      It is said above.
    </p>
  );
}
