import { PocketPapers } from '../papers/pocket-papers.js';
import type { Trip } from '../offline/trip.js';
import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';

/** The papers of the trip, each one press away, from the phone itself where there is no network. */
export function PocketSheet({
  trip: { shipment, papers },
  close,
}: {
  readonly trip: Trip;
  readonly close: () => void;
}) {
  const held = papers.plans.filter((plan) => plan.papers.length > 0);
  return (
    <Sheet title={t('Papers')} about={shipment.reference} close={close}>
      {held.length === 0 && <p className="none">{t('No papers have been issued yet.')}</p>}
      {held.map((plan) => (
        <PocketPapers key={plan.plan} shipment={shipment} papers={plan} />
      ))}
    </Sheet>
  );
}
