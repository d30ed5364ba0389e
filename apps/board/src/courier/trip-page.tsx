import { useTrip } from '../offline/use-trip.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Failing, Loading } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';
import { OpenTrip } from './open-trip.js';

/** A trip on its courier's phone: where it is now, what comes next and the one button for it; the papers, the officer's sentence and troubles under the thumb. */
export function TripPage({ id }: { readonly id: string }) {
  const { trip, error } = useTrip(id);
  useClockPlaces(trip?.shipment.from, trip?.shipment.to);
  useTitle(trip?.shipment.reference ?? t('Your trip'));
  if (trip !== undefined) return <OpenTrip trip={trip} />;
  if (error === null || error === undefined) return <Loading what={t('your trip')} lines={6} />;
  return <Failing what={t('Your trip')} error={error} again={() => window.location.reload()} />;
}
