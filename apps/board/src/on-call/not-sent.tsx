import { Link } from 'wouter';
import type { OnCall } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { notSentSaid } from './not-sent-words.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

/** Says in red which channels this server has not: whoever counts on one of them is told nothing. */
export function NotSent({ sends }: { readonly sends: OnCall['sends'] }) {
  const said = notSentSaid(sends);
  if (said === null) return null;
  return (
    <p role="note" className="danger">
      <ToneIcon tone="danger" /> <strong>{said}</strong>{' '}
      {rich('What would be told so is kept to be read under {link}, and nobody is told.', {
        link: <Link href="/deliveries">{t('Deliveries')}</Link>,
      })}
    </p>
  );
}
