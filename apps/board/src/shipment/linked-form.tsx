import { useSearchParams } from 'wouter';
import { OfferSheet } from '../act/offer-sheet.js';
import type { Shipment } from '../api/types.js';
import { offerMeant } from './offer-meant.js';
import { t } from '../words/words.js';

/** The form that an address names, as messages about alerts do: it is opened, and nothing is done by that. Where it is not to be done any more, that is said instead. */
export function LinkedForm({ shipment }: { readonly shipment: Shipment }) {
  const [search, setSearch] = useSearchParams();
  const [alert, command] = [search.get('alert'), search.get('do')];
  if (alert === null || command === null) return null;
  const close = () => setSearch(new URLSearchParams(), { replace: true });
  const offer = offerMeant(shipment.alertsFull, alert, command);
  if (offer !== undefined) return <OfferSheet shipment={shipment.id} offer={offer} close={close} />;
  return (
    <p role="status" className="said">
      {t(
        'The alert that you were told of has ended, or this is not to be done about it any more. What can be done now stands below.',
      )}
    </p>
  );
}
