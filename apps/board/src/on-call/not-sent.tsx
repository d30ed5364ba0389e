import { Link } from 'wouter';
import type { OnCall } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { notSentSaid } from './not-sent-words.js';

/** Says in red which channels this server has not: whoever counts on one of them is told nothing. */
export function NotSent({ sends }: { readonly sends: OnCall['sends'] }) {
  const said = notSentSaid(sends);
  if (said === null) return null;
  return (
    <p role="note" className="danger">
      <ToneIcon tone="danger" /> <strong>{said}</strong> What would be told so is kept to be read under{' '}
      <Link href="/deliveries">Deliveries</Link>, and nobody is told.
    </p>
  );
}
