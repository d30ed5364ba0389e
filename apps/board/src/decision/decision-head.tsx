import { Link } from 'wouter';
import type { CountDecision, Shipment } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { owners } from '../marks/words.js';
import { distanceText } from '../time/duration.js';
import { useNowNear } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { rich } from '../words/rich.js';
import { t, wordsBy } from '../words/words.js';

const marks = { 'not-counted': 'not-yet', awaited: 'waiting', decided: 'done' } as const;
const waits = wordsBy({
  awaited: () => t('A decision is waited for.'),
  decided: () => t('Decided.'),
});

interface HeadProps {
  readonly shipment: Shipment;
  readonly decision: CountDecision;
}

/** Which shipment it is about, how the count stands, and until when something is waited for. */
export function DecisionHead({ shipment, decision }: HeadProps) {
  const { standing, says, due } = decision;
  return (
    <header className="shipment-head">
      <div className="title">
        <p className="crumbs">
          {rich('{board} / {shipment} / decision', {
            board: <Link href="/">{t('Board')}</Link>,
            shipment: <Link href={`/shipments/${shipment.id}`}>{shipment.reference}</Link>,
          })}
          {shipment.example && <span className="example">{t('EXAMPLE')}</span>}
        </p>
        <h1>{t('Decision on the count')}</h1>
        <p className="ink2">
          {shipment.from.city} → {shipment.to.city}, {shipment.product}
        </p>
        <p className="with-icon standing">
          <MarkIcon mark={marks[standing]} />
          <span>
            {standing !== 'not-counted' && <strong>{waits[standing]}</strong>} {says}
          </span>
        </p>
      </div>
      {due !== null && <Due due={due} />}
    </header>
  );
}

function Due({ due }: { readonly due: NonNullable<CountDecision['due']> }) {
  const at = Date.parse(due.dueAt);
  const now = useNowNear(at);
  const when = whenText(at, due.shownIn.zone, now);
  return (
    <div className="great">
      <p className="small ink2">{due.what}</p>
      <strong className={`figure ${at < now ? 'danger' : ''}`}>{distanceText(at - now)}</strong>
      <p className="small ink2">
        {t('by {when} {city}: {owner}', { when, city: due.shownIn.city, owner: owners[due.owner].toLowerCase() })}
      </p>
    </div>
  );
}
