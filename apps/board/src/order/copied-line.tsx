import type { Copied } from './set-up.js';

/** From which shipment this one was begun, and what came from there. */
export function CopiedLine({ copied }: { readonly copied: Copied | null }) {
  if (copied === null) return null;
  return (
    <p className="order-copied" role="status">
      Copied from <strong>{copied.reference}</strong>: {copied.what.join(', ')}. All of it can be changed, and nothing
      has been sent. Not copied: reference, GRID, weights and doses, dates and times of flights.
    </p>
  );
}
